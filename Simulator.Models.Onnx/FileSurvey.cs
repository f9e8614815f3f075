using Simulator.Scenarios.Files;

namespace Simulator.Models.Onnx;

/// <summary>What an ONNX file is made of, read before the runtime sees it.</summary>
/// <remarks>
/// The runtime tells neither how many parameters a network has nor what would make equal runs differ: numbers that lie in
/// another file, which no hash covers, and operators that draw random numbers.
/// Source: onnx.proto of ONNX, IR version 8; the numbers below are those of its fields.
/// </remarks>
internal sealed class FileSurvey
{
    private const int DeepestNesting = 64;
    private const int OperatorType = 4;
    private const int Dimensions = 1;
    private const int DataLocation = 14;
    private const int External = 1;
    private const int Initializer = 5;
    private const int FunctionInput = 4;

    // No machine holds so many; a damaged file may claim more.
    private const long MostParameters = 1_000_000_000_000;

    private static readonly string[] DrawingOperators =
    [
        "Bernoulli",
        "Multinomial",
        "RandomNormal",
        "RandomNormalLike",
        "RandomUniform",
        "RandomUniformLike",
    ];

    private readonly DropoutSurvey _dropouts = new();

    private FileSurvey() { }

    /// <summary>Numbers in all of its tensors.</summary>
    public long Parameters { get; private set; }

    /// <summary>Looks through a file.</summary>
    /// <param name="file">Its content.</param>
    /// <exception cref="ModelFileException">It is damaged, or equal runs of it could differ.</exception>
    public static FileSurvey Of(ReadOnlySpan<byte> file)
    {
        FileSurvey survey = new();
        survey.LookInto(FilePart.Model, file, 0);
        return survey._dropouts.Draws
            ? throw new ModelFileException(
                "its operator 'Dropout' draws random numbers, since its input 'training_mode' is not false: equal runs would differ"
            )
            : survey;
    }

    private static FilePart? PartIn(FilePart part, int field) =>
        (part, field) switch
        {
            (FilePart.Model, 7) => FilePart.Graph,
            (FilePart.Model, 25) => FilePart.Function,
            (FilePart.Graph, 1) or (FilePart.Function, 7) => FilePart.Node,
            (FilePart.Graph, 5) or (FilePart.Attribute, 5 or 10) => FilePart.Tensor,
            (FilePart.Graph, 15) or (FilePart.Attribute, 22 or 23) => FilePart.SparseTensor,
            (FilePart.Node, 5) or (FilePart.Function, 11) => FilePart.Attribute,
            (FilePart.Attribute, 6 or 11) => FilePart.Graph,
            (FilePart.SparseTensor, 1 or 2) => FilePart.Tensor,
            _ => null,
        };

    private void LookInto(FilePart part, ReadOnlySpan<byte> message, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ModelFileException($"it nests graphs more than {DeepestNesting} levels deep");
        }
        if (part == FilePart.Tensor)
        {
            Count(message);
            return;
        }
        if (part == FilePart.Node)
        {
            _dropouts.Node(message);
        }
        for (WireReader reader = new(message); reader.Next(); )
        {
            if (part == FilePart.Graph && reader.Field == Initializer)
            {
                _dropouts.Tensor(reader.Content);
            }
            if (part == FilePart.Function && reader.Field == FunctionInput)
            {
                _dropouts.Parameter(reader.Text);
            }
            if (part == FilePart.Node && reader.Field == OperatorType)
            {
                Allow(reader.Text);
            }
            else if (PartIn(part, reader.Field) is { } inside)
            {
                LookInto(inside, reader.Content, depth + 1);
            }
        }
    }

    private static void Allow(string type)
    {
        if (DrawingOperators.Contains(type))
        {
            throw new ModelFileException(
                $"its operator {Show.Quoted(type)} draws random numbers of its own: equal runs would differ"
            );
        }
    }

    private void Count(ReadOnlySpan<byte> tensor)
    {
        long numbers = 1;
        for (WireReader reader = new(tensor); reader.Next(); )
        {
            if (reader.Field == DataLocation && reader.Number == External)
            {
                throw new ModelFileException("its weights lie in another file; they must be in this one");
            }
            if (reader.Field == Dimensions)
            {
                numbers = Bounded((Int128)numbers * LengthsIn(reader));
            }
        }
        Parameters = Bounded((Int128)Parameters + numbers);
    }

    /// <summary>One length of a tensor, or the product of several that stand together.</summary>
    private static long LengthsIn(WireReader field)
    {
        if (!field.IsPacked)
        {
            return field.Number;
        }
        long product = 1;
        ReadOnlySpan<byte> packed = field.Content;
        while (!packed.IsEmpty)
        {
            product = Bounded((Int128)product * WireReader.ReadNumber(ref packed));
        }
        return product;
    }

    private static long Bounded(Int128 count) => (long)Int128.Clamp(count, 0, MostParameters);
}
