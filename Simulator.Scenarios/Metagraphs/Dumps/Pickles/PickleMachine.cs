using System.Globalization;

namespace Simulator.Scenarios.Metagraphs.Dumps.Pickles;

/// <summary>Reads a pickle of plain values and arrays of numbers. It runs nothing: every name that is not one of a few
/// known constructors of arrays, and every instruction that could build anything else, is refused.</summary>
/// <remarks>
/// Values are <c>null</c>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="ReadOnlyMemory{T}"/> of bytes, lists as <see cref="List{T}"/>, tuples as arrays, dicts as
/// <see cref="OrderedDictionary{TKey,TValue}"/>, and what <see cref="Constructors"/> builds. The machine is a loop over
/// a stack of its own, so that nesting costs no stack, and it copies no value, so that references cost nothing.
/// Source: CPython, Lib/pickletools.py, for what each instruction does.
/// </remarks>
internal sealed class PickleMachine
{
    // A dense matrix of 1024 × 1024 as plain lists has a quarter of it; arrays take a few dozen instructions each.
    private const int MostInstructions = 4 << 20;
    private const int MostMarks = 64;
    private const int HighestProtocol = 5;

    private readonly PickleCode _code;
    private readonly Constructors _constructors;
    private readonly List<object?> _stack = [];
    private readonly List<int> _marks = [];
    private readonly Dictionary<uint, object?> _memo = [];

    private PickleMachine(ReadOnlyMemory<byte> pickle)
    {
        _code = new PickleCode(pickle);
        _constructors = new Constructors(_code.Mistake);
    }

    /// <summary>The value that a pickle holds.</summary>
    /// <exception cref="PickleException">It is cut off, or holds what is not admitted.</exception>
    public static object? Read(ReadOnlyMemory<byte> pickle) => new PickleMachine(pickle).Run();

    /// <summary>An instruction as messages name it.</summary>
    public static string Name(Opcode opcode) =>
        Enum.GetName(opcode)
        ?? string.Create(CultureInfo.InvariantCulture, $"an unknown opcode 0x{(byte)opcode:X2}");

    private object? Run()
    {
        for (int count = 0; count < MostInstructions; count++)
        {
            Opcode opcode = _code.Next();
            if (opcode == Opcode.STOP)
            {
                return End();
            }
            if (Literal(opcode, out object? value))
            {
                _stack.Add(value);
            }
            else
            {
                Obey(opcode);
            }
        }
        throw _code.Mistake($"the pickle has more than {MostInstructions} instructions");
    }

    private object? End()
    {
        object? value = Pop();
        return _stack.Count == 0 && _marks.Count == 0 && _code.Left == 0
            ? value
            : throw _code.Mistake(
                $"after STOP there are {_code.Left} bytes, {_stack.Count} values and {_marks.Count} marks too many"
            );
    }

    private bool Literal(Opcode opcode, out object? value)
    {
        value = opcode switch
        {
            Opcode.NONE => null,
            Opcode.NEWTRUE => true,
            Opcode.NEWFALSE => false,
            Opcode.BININT => (long)_code.I4(),
            Opcode.BININT1 => (long)_code.U1(),
            Opcode.BININT2 => (long)_code.U2(),
            Opcode.LONG1 => _code.Long1(),
            Opcode.BINFLOAT => _code.F8(),
            Opcode.SHORT_BINUNICODE => _code.Text(_code.U1()),
            Opcode.BINUNICODE => _code.Text(_code.U4()),
            Opcode.BINUNICODE8 => _code.Text(_code.U8()),
            Opcode.SHORT_BINBYTES => _code.Bytes(_code.U1()),
            Opcode.BINBYTES => _code.Bytes(_code.U4()),
            Opcode.BINBYTES8 or Opcode.BYTEARRAY8 => _code.Bytes(_code.U8()),
            Opcode.EMPTY_TUPLE => Array.Empty<object?>(),
            Opcode.EMPTY_LIST => new List<object?>(),
            Opcode.EMPTY_DICT => new OrderedDictionary<string, object?>(StringComparer.Ordinal),
            Opcode.GLOBAL => _constructors.Named(_code.Name(), _code.Name()),
            Opcode.BINGET => Remembered(_code.U1()),
            Opcode.LONG_BINGET => Remembered(_code.U4()),
            _ => this,
        };
        return !ReferenceEquals(value, this);
    }

    private void Obey(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.PROTO:
                Protocol(_code.U1());
                break;
            case Opcode.FRAME:
                Frame(_code.U8());
                break;
            case Opcode.MARK:
                Mark();
                break;
            case Opcode.BINPUT:
                _memo[_code.U1()] = Peek();
                break;
            case Opcode.LONG_BINPUT:
                _memo[_code.U4()] = Peek();
                break;
            case Opcode.MEMOIZE:
                _memo[(uint)_memo.Count] = Peek();
                break;
            case Opcode.TUPLE:
                _stack.Add(PopToMark());
                break;
            case Opcode.TUPLE1 or Opcode.TUPLE2 or Opcode.TUPLE3:
                _stack.Add(PopMany(opcode - Opcode.TUPLE1 + 1));
                break;
            case Opcode.APPEND:
                Append(PopMany(1));
                break;
            case Opcode.APPENDS:
                Append(PopToMark());
                break;
            case Opcode.SETITEM:
                SetItems(PopMany(2));
                break;
            case Opcode.SETITEMS:
                SetItems(PopToMark());
                break;
            case Opcode.STACK_GLOBAL:
                StackGlobal(PopMany(2));
                break;
            case Opcode.BINPERSID:
                _stack.Add(_constructors.Storage(Pop()));
                break;
            case Opcode.REDUCE:
                object?[] call = PopMany(2);
                _stack.Add(_constructors.Call(call[0], call[1]));
                break;
            case Opcode.BUILD:
                object? state = Pop();
                _constructors.Build(Peek(), state);
                break;
            default:
                throw _code.Mistake(
                    $"{Name(opcode)} is not admitted: a dump holds plain values and arrays of numbers only"
                );
        }
    }

    private void Protocol(byte version)
    {
        if (version > HighestProtocol)
        {
            throw _code.Mistake($"the pickle has protocol {version}; known are 0 to {HighestProtocol}");
        }
    }

    private void Frame(ulong length)
    {
        if (length > (ulong)_code.Left)
        {
            throw _code.Mistake($"FRAME announces {length} bytes, and {_code.Left} are left");
        }
    }

    private void Mark()
    {
        if (_marks.Count == MostMarks)
        {
            throw _code.Mistake($"more than {MostMarks} levels of lists, tuples and dicts");
        }
        _marks.Add(_stack.Count);
    }

    private object? Remembered(uint index) =>
        _memo.TryGetValue(index, out object? value)
            ? value
            : throw _code.Mistake($"no value {index} was remembered");

    private void Append(object?[] values)
    {
        if (Peek() is not List<object?> list)
        {
            throw _code.Mistake($"a value is appended to {Describe(Peek())}, not to a list");
        }
        list.AddRange(values);
    }

    private void SetItems(object?[] values)
    {
        if (Peek() is not OrderedDictionary<string, object?> map)
        {
            throw _code.Mistake($"a key is set in {Describe(Peek())}, not in a dict");
        }
        if (values.Length % 2 != 0)
        {
            throw _code.Mistake("a key of a dict has no value");
        }
        for (int i = 0; i < values.Length; i += 2)
        {
            string key =
                values[i] as string
                ?? throw _code.Mistake($"a key of a dict is {Describe(values[i])}, not a text");
            if (!map.TryAdd(key, values[i + 1]))
            {
                throw _code.Mistake($"the key {Files.Show.Quoted(key)} is set twice");
            }
        }
    }

    private void StackGlobal(object?[] names)
    {
        if (names is not [string module, string name])
        {
            throw _code.Mistake(
                $"STACK_GLOBAL takes two texts, not {Describe(names[0])} and {Describe(names[1])}"
            );
        }
        _stack.Add(_constructors.Named(module, name));
    }

    private static string Describe(object? value) => Constructors.Describe(value);

    private object? Peek()
    {
        int floor = _marks.Count == 0 ? 0 : _marks[^1];
        return _stack.Count > floor ? _stack[^1] : throw _code.Mistake("a value is missing on the stack");
    }

    private object? Pop()
    {
        object? value = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private object?[] PopMany(int count)
    {
        object?[] values = new object?[count];
        for (int i = count - 1; i >= 0; i--)
        {
            values[i] = Pop();
        }
        return values;
    }

    private object?[] PopToMark()
    {
        if (_marks.Count == 0)
        {
            throw _code.Mistake("a mark is missing on the stack");
        }
        object?[] values = PopMany(_stack.Count - _marks[^1]);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }
}
