namespace Simulator.Models.Onnx;

/// <summary>A kind of message in an ONNX file, as far as a survey looks into it.</summary>
internal enum FilePart
{
    /// <summary>The file as a whole.</summary>
    Model,

    /// <summary>Operators and the tensors that they read.</summary>
    Graph,

    /// <summary>An operator made of others.</summary>
    Function,

    /// <summary>One use of an operator.</summary>
    Node,

    /// <summary>What an operator is told beside its inputs.</summary>
    Attribute,

    /// <summary>Learned numbers.</summary>
    Tensor,

    /// <summary>Learned numbers of which most are zero.</summary>
    SparseTensor,
}
