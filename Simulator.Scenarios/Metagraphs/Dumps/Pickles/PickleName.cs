namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>The names that a pickle may hold; each stands for code of ours, never for Python's.</summary>
internal enum PickleName
{
    /// <summary>Numpy's empty array, filled by BUILD.</summary>
    Reconstruct,

    /// <summary>Numpy's class of arrays, an argument of <see cref="Reconstruct"/>.</summary>
    Array,

    /// <summary>Numpy's type of elements.</summary>
    ElementType,

    /// <summary>A single number of numpy.</summary>
    Scalar,

    /// <summary>Numpy's array over given bytes, as protocol 5 writes it.</summary>
    FromBuffer,

    /// <summary>Bytes as a text of Latin-1, as protocol 2 writes them.</summary>
    Encode,

    /// <summary>A tensor over a storage.</summary>
    Tensor,

    /// <summary>An empty dict.</summary>
    OrderedDict,
}
