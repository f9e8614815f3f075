namespace Simulator.Models.Onnx;

/// <summary>Counts the parameters of an ONNX file, which the runtime does not tell.</summary>
/// <remarks>Source: onnx.proto of ONNX: ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto.dims = 1. What a
/// file holds beside them is skipped.</remarks>
internal static class ParameterCount
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Dimensions = 1;

    /// <summary>Numbers in the initial tensors of the file's graph.</summary>
    /// <param name="file">A file that the runtime has opened.</param>
    public static long Of(ReadOnlySpan<byte> file)
    {
        long count = 0;
        for (WireReader model = new(file); model.Next(); )
        {
            if (model.Field == Graph)
            {
                count += OfGraph(model.Content);
            }
        }
        return count;
    }

    private static long OfGraph(ReadOnlySpan<byte> graph)
    {
        long count = 0;
        for (WireReader part = new(graph); part.Next(); )
        {
            if (part.Field == Initializer)
            {
                count += OfTensor(part.Content);
            }
        }
        return count;
    }

    private static long OfTensor(ReadOnlySpan<byte> tensor)
    {
        long count = 1;
        for (WireReader part = new(tensor); part.Next(); )
        {
            if (part.Field != Dimensions)
            {
                continue;
            }
            if (!part.IsPacked)
            {
                count *= part.Number;
                continue;
            }
            for (ReadOnlySpan<byte> packed = part.Content; !packed.IsEmpty; )
            {
                count *= WireReader.ReadNumber(ref packed);
            }
        }
        return count;
    }
}
