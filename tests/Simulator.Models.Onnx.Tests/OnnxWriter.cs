using System.Runtime.InteropServices;
using System.Text;

namespace Simulator.Models.Onnx.Tests;

/// <summary>Writes a small network as an ONNX file: as much of the format as these tests need.</summary>
/// <remarks>Source: onnx.proto of ONNX, IR version 8, operators of version 17.</remarks>
internal sealed class OnnxWriter
{
    public const int Float = 1;
    public const int Int64 = 7;
    private const int Bool = 9;

    private readonly List<byte> _graph = [];

    /// <summary>An operator; its one attribute is a whole number.</summary>
    public OnnxWriter Node(
        string type,
        string[] inputs,
        string output,
        (string Name, long Value)? attribute = null
    )
    {
        List<byte> node = [];
        foreach (string input in inputs)
        {
            Text(node, 1, input);
        }
        Text(node, 2, output);
        Text(node, 4, type);
        if (attribute is var (name, value))
        {
            List<byte> written = [];
            Text(written, 1, name);
            Number(written, 3, value);
            Number(written, 20, 2);
            Bytes(node, 5, written);
        }
        Bytes(_graph, 1, node);
        return this;
    }

    /// <summary>An operator without inputs that runs a graph inside it.</summary>
    public OnnxWriter Nested(string type, string output, OnnxWriter inside)
    {
        (List<byte> node, List<byte> attribute) = ([], []);
        Text(node, 2, output);
        Text(node, 4, type);
        Text(attribute, 1, "body");
        Bytes(attribute, 6, inside._graph);
        Bytes(node, 5, attribute);
        Bytes(_graph, 1, node);
        return this;
    }

    /// <summary>Learned numbers.</summary>
    public OnnxWriter Weights(string name, long[] shape, float[] values)
    {
        List<byte> tensor = [];
        foreach (long length in shape)
        {
            Number(tensor, 1, length);
        }
        Number(tensor, 2, Float);
        Text(tensor, 8, name);
        Bytes(tensor, 9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        Bytes(_graph, 5, tensor);
        return this;
    }

    /// <summary>A truth value: a tensor of the graph, or the output of an operator Constant.</summary>
    public OnnxWriter Flag(string name, bool value, bool isNode = false)
    {
        List<byte> tensor = [];
        Number(tensor, 2, Bool);
        Bytes(tensor, 9, [(byte)(value ? 1 : 0)]);
        if (!isNode)
        {
            Text(tensor, 8, name);
            Bytes(_graph, 5, tensor);
            return this;
        }
        (List<byte> node, List<byte> attribute) = ([], []);
        Text(attribute, 1, "value");
        Bytes(attribute, 5, tensor);
        Number(attribute, 20, 4);
        Text(node, 2, name);
        Text(node, 4, "Constant");
        Bytes(node, 5, attribute);
        Bytes(_graph, 1, node);
        return this;
    }

    /// <summary>Learned numbers that another file holds.</summary>
    public OnnxWriter WeightsElsewhere(string name, long[] shape, string file)
    {
        (List<byte> tensor, List<byte> place) = ([], []);
        foreach (long length in shape)
        {
            Number(tensor, 1, length);
        }
        Number(tensor, 2, Float);
        Text(tensor, 8, name);
        Text(place, 1, "location");
        Text(place, 2, file);
        Bytes(tensor, 13, place);
        Number(tensor, 14, 1);
        Bytes(_graph, 5, tensor);
        return this;
    }

    /// <summary>A tensor that is fed; a length of -1 is left open.</summary>
    public OnnxWriter Input(string name, long[] shape, int type = Float) => Port(11, name, shape, type);

    /// <summary>A tensor that is given; a length of -1 is left open.</summary>
    public OnnxWriter Output(string name, long[] shape, int type = Float) => Port(12, name, shape, type);

    /// <summary>The file.</summary>
    public byte[] ToFile()
    {
        (List<byte> file, List<byte> operators, List<byte> graph) = ([], [], [.. _graph]);
        Number(file, 1, 8);
        Text(graph, 2, "network");
        Bytes(file, 7, graph);
        Text(operators, 1, "");
        Number(operators, 2, 17);
        Bytes(file, 8, operators);
        return [.. file];
    }

    private OnnxWriter Port(int field, string name, long[] shape, int type)
    {
        (List<byte> lengths, List<byte> tensor, List<byte> kind, List<byte> port) = ([], [], [], []);
        foreach (long length in shape)
        {
            List<byte> one = [];
            if (length < 0)
            {
                Text(one, 2, "batch");
            }
            else
            {
                Number(one, 1, length);
            }
            Bytes(lengths, 1, one);
        }
        Number(tensor, 1, type);
        Bytes(tensor, 2, lengths);
        Bytes(kind, 1, tensor);
        Text(port, 1, name);
        Bytes(port, 2, kind);
        Bytes(_graph, field, port);
        return this;
    }

    private static void Text(List<byte> to, int field, string text) =>
        Bytes(to, field, Encoding.UTF8.GetBytes(text));

    private static void Bytes(List<byte> to, int field, ICollection<byte> bytes)
    {
        Varint(to, (ulong)(field << 3 | 2));
        Varint(to, (ulong)bytes.Count);
        to.AddRange(bytes);
    }

    private static void Number(List<byte> to, int field, long number)
    {
        Varint(to, (ulong)(field << 3));
        Varint(to, (ulong)number);
    }

    private static void Varint(List<byte> to, ulong number)
    {
        for (; number > 127; number >>= 7)
        {
            to.Add((byte)(number & 127 | 128));
        }
        to.Add((byte)number);
    }
}
