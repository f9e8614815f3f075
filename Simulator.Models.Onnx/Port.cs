using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Scenarios.Files;

namespace Simulator.Models.Onnx;

/// <summary>The tensor of a network that takes questions, and the one that answers them.</summary>
/// <remarks>The batch is always the same: as large as the file says, else 1. A question stands in its first row, and the
/// others are zeros.</remarks>
internal sealed class Port
{
    private const int LargestBatch = 4_096;

    private readonly InferenceSession _session;
    private readonly string _input;
    private readonly string _output;
    private readonly TensorElementType _type;
    private readonly long[] _shape;
    private readonly int _numbers;
    private readonly int _outputs;

    /// <summary>Finds the tensors and tries them with zeros.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">Name of the tensor that takes questions; the only one where it is null.</param>
    /// <param name="output">Name of the tensor that answers; the only one where it is null.</param>
    /// <param name="form">What questions are made of.</param>
    /// <exception cref="ModelFileException">The network does not fit the questions.</exception>
    public Port(Network network, string? input, string? output, IQuestionForm form)
    {
        _session = network.Session;
        if (_session.InputMetadata.Count == 0)
        {
            throw new ModelFileException("it has no input");
        }
        if (_session.InputMetadata.Count > 1)
        {
            throw new ModelFileException(
                $"it needs {Show.Names(_session.InputMetadata.Select(Named))}; only one input can be fed"
            );
        }
        _input = Chosen(input, _session.InputMetadata, "input");
        _output = Chosen(output, _session.OutputMetadata, "output");
        NodeMetadata takes = _session.InputMetadata[_input];
        _type = TypeOf(takes, form.IsWhole);
        _shape = ShapeOf(takes, form.Shape);
        _numbers = form.Shape.Aggregate((a, b) => a * b);
        _outputs = form.Outputs;
        Try();
    }

    /// <summary>What the network says of one question.</summary>
    /// <param name="numbers">The question.</param>
    /// <returns>Finite numbers.</returns>
    /// <exception cref="AnswerFailedException">It broke, or gave too few numbers or one that is not finite.</exception>
    public float[] Run(float[] numbers)
    {
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> said = Ask(numbers);
            ReadOnlySpan<float> all = said[0].GetTensorDataAsSpan<float>();
            if (all.Length != _shape[0] * _outputs)
            {
                throw new AnswerFailedException(
                    $"the network gave {all.Length} numbers in place of {_shape[0] * _outputs}"
                );
            }
            float[] answer = all[.._outputs].ToArray();
            return Array.TrueForAll(answer, float.IsFinite)
                ? answer
                : throw new AnswerFailedException("the network gave a number that is not finite");
        }
        catch (OnnxRuntimeException e)
        {
            throw new AnswerFailedException(Network.Reason(e));
        }
    }

    /// <summary>A shape as messages show it, with N for whatever is left open.</summary>
    private static string Shown(IEnumerable<long> shape) =>
        $"[{string.Join(", ", shape.Select(d => d < 0 ? "N" : d.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Shown(NodeMetadata tensor) =>
        tensor.IsTensor ? Shown(tensor.Dimensions.Select(d => (long)d)) : $"of kind {tensor.OnnxValueType}";

    private static string Named(KeyValuePair<string, NodeMetadata> tensor) =>
        $"{Show.Quoted(tensor.Key)} {Shown(tensor.Value)}";

    private static string Chosen(
        string? wanted,
        IReadOnlyDictionary<string, NodeMetadata> tensors,
        string role
    )
    {
        string known = Show.Names(tensors.Select(Named).Order(StringComparer.Ordinal));
        if (wanted is null)
        {
            return tensors.Count == 1
                ? tensors.Keys.Single()
                : throw new ModelFileException(
                    $"it has the {role}s {known}; say with '{role}' which one is meant"
                );
        }
        return tensors.ContainsKey(wanted)
            ? wanted
            : throw new ModelFileException($"it has no {role} {Show.Quoted(wanted)}; it has {known}");
    }

    private TensorElementType TypeOf(NodeMetadata takes, bool isWhole)
    {
        TensorElementType[] allowed = isWhole
            ? [TensorElementType.Float, TensorElementType.Int64, TensorElementType.Int32]
            : [TensorElementType.Float];
        return takes.IsTensor && allowed.Contains(takes.ElementDataType)
            ? takes.ElementDataType
            : throw new ModelFileException(
                $"its input {Show.Quoted(_input)} takes {(takes.IsTensor ? takes.ElementDataType : takes.OnnxValueType)}; questions are {Show.Names(allowed.Select(t => t.ToString()))}"
            );
    }

    private long[] ShapeOf(NodeMetadata takes, IReadOnlyList<int> question)
    {
        int[] found = takes.Dimensions;
        bool fits =
            found.Length == question.Count + 1
            && found[0] is < 0 or (> 0 and <= LargestBatch)
            && question.Select((d, i) => found[i + 1] < 0 || found[i + 1] == d).All(equal => equal);
        return fits
            ? [found[0] < 0 ? 1 : found[0], .. question.Select(d => (long)d)]
            : throw new ModelFileException(
                $"its input {Show.Quoted(_input)} has the shape {Shown(takes)}; questions have {Shown([-1, .. question.Select(d => (long)d)])}"
            );
    }

    private void Try()
    {
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> said = Ask(new float[_numbers]);
            if (
                !said[0].IsTensor
                || said[0].GetTensorTypeAndShape().ElementDataType != TensorElementType.Float
            )
            {
                throw new ModelFileException($"its output {Show.Quoted(_output)} is no tensor of Float");
            }
            long[] shape = said[0].GetTensorTypeAndShape().Shape;
            if (
                shape.Length == 0
                || shape[0] != _shape[0]
                || shape[1..].Aggregate(1L, (a, b) => a * b) != _outputs
            )
            {
                throw new ModelFileException(
                    $"its output {Show.Quoted(_output)} has the shape {Shown(shape)} for a batch of {_shape[0]}; answers have {Shown([_shape[0], _outputs])}"
                );
            }
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelFileException($"it breaks on zeros: {Network.Reason(e)}");
        }
    }

    private IDisposableReadOnlyCollection<OrtValue> Ask(float[] numbers)
    {
        using RunOptions options = new();
        using OrtValue question = ToTensor(numbers);
        return _session.Run(options, [_input], [question], [_output]);
    }

    private OrtValue ToTensor(float[] numbers)
    {
        int length = (int)_shape[0] * _numbers;
        return _type switch
        {
            TensorElementType.Int64 => Filled(Array.ConvertAll(numbers, n => (long)n)),
            TensorElementType.Int32 => Filled(Array.ConvertAll(numbers, n => (int)n)),
            _ => Filled(numbers),
        };

        OrtValue Filled<T>(T[] values)
            where T : unmanaged
        {
            Array.Resize(ref values, length);
            return OrtValue.CreateTensorValueFromMemory(values, _shape);
        }
    }
}
