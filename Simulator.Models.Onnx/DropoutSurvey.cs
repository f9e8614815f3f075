namespace Simulator.Models.Onnx;

/// <summary>Finds out whether an operator Dropout of a file draws: it does unless it is told nothing of training, or a constant
/// 'false', or that it drops a share of 0.</summary>
/// <remarks>
/// Source: operator Dropout of ONNX, versions 12 to 22: inputs data, ratio and training_mode; older versions have data alone, and
/// the runtime hands them on. Names that are defined twice, in functions or branches, count as constant only if each is.
/// </remarks>
internal sealed class DropoutSurvey
{
    private const int NodeInput = 1;
    private const int NodeOutput = 2;
    private const int NodeType = 4;
    private const int NodeAttribute = 5;
    private const int AttributeTensor = 5;
    private const int TensorName = 8;

    private readonly HashSet<string> _zeros = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly List<(string Ratio, string Mode)> _dropouts = [];

    /// <summary>Whether one draws; after the whole file was seen.</summary>
    public bool Draws =>
        _dropouts.Exists(dropout =>
            dropout.Mode.Length > 0 && !IsZero(dropout.Mode) && !IsZero(dropout.Ratio)
        );

    /// <summary>Sees a tensor of a graph.</summary>
    public void Tensor(ReadOnlySpan<byte> tensor)
    {
        string name = "";
        for (WireReader reader = new(tensor); reader.Next(); )
        {
            name = reader.Field == TensorName ? reader.Text : name;
        }
        Define(name, AreZeros(tensor));
    }

    /// <summary>Sees one use of an operator.</summary>
    public void Node(ReadOnlySpan<byte> node)
    {
        (List<string> inputs, List<string> outputs) = ([], []);
        string type = "";
        bool isZero = false;
        for (WireReader reader = new(node); reader.Next(); )
        {
            switch (reader.Field)
            {
                case NodeInput:
                    inputs.Add(reader.Text);
                    break;
                case NodeOutput:
                    outputs.Add(reader.Text);
                    break;
                case NodeType:
                    type = reader.Text;
                    break;
                case NodeAttribute:
                    isZero |= HoldsZeros(reader.Content);
                    break;
            }
        }
        outputs.ForEach(output => Define(output, isZero && type == "Constant"));
        if (type == "Dropout")
        {
            _dropouts.Add((inputs.ElementAtOrDefault(1) ?? "", inputs.ElementAtOrDefault(2) ?? ""));
        }
    }

    /// <summary>Sees an input of a function, which is whatever the caller hands over.</summary>
    public void Parameter(string name) => Define(name, isZero: false);

    private void Define(string name, bool isZero) => (isZero ? _zeros : _others).Add(name);

    private bool IsZero(string name) => _zeros.Contains(name) && !_others.Contains(name);

    private static bool HoldsZeros(ReadOnlySpan<byte> attribute)
    {
        for (WireReader reader = new(attribute); reader.Next(); )
        {
            if (reader.Field == AttributeTensor)
            {
                return AreZeros(reader.Content);
            }
        }
        return false;
    }

    /// <summary>Whether a tensor holds numbers, and all are 0: a 'false' is one, in whatever field it is written.</summary>
    private static bool AreZeros(ReadOnlySpan<byte> tensor)
    {
        bool holdsNumbers = false;
        for (WireReader reader = new(tensor); reader.Next(); )
        {
            // float_data, int32_data, int64_data, raw_data, double_data and uint64_data.
            if (reader.Field is 4 or 5 or 7 or 9 or 10 or 11)
            {
                if (reader.Number != 0 || reader.Content.ContainsAnyExcept((byte)0))
                {
                    return false;
                }
                holdsNumbers = true;
            }
        }
        return holdsNumbers;
    }
}
