using Simulator.Scenarios.Metagraphs.Dumps.Pickles;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class PickleMachineTests
{
    private const string Numbers = "a dump holds plain values and arrays of numbers only";
    private const string Names = "only constructors of numpy arrays and torch tensors are";
    private const string Type = "cnumpy\ndtype\n(X\u0002\0\0\0u1\u0089\u0088tR";

    [Theory]
    [InlineData("cos\nsystem\n(X\u0002\0\0\0idtR.", 0, $"the name 'os.system' is not admitted: {Names}")]
    [InlineData(
        "\u0080\u0004\u008C\u0008builtins\u008C\u0004eval\u0093\u008C\u00011\u0085R.",
        18,
        $"the name 'builtins.eval' is not admitted: {Names}"
    )]
    [InlineData("cnumpy\nfromfile\n.", 0, $"the name 'numpy.fromfile' is not admitted: {Names}")]
    [InlineData("ctorch\nload\n.", 0, $"the name 'torch.load' is not admitted: {Names}")]
    [InlineData("K\u0001K\u0002\u0093.", 4, "STACK_GLOBAL takes two texts, not an int and an int")]
    [InlineData("\u0082\u0001.", 0, $"EXT1 is not admitted: {Numbers}")]
    [InlineData("\u0083\u0001\0.", 0, $"EXT2 is not admitted: {Numbers}")]
    [InlineData("\u0084\u0001\0\0\0.", 0, $"EXT4 is not admitted: {Numbers}")]
    [InlineData("(ios\nsystem\n.", 1, $"INST is not admitted: {Numbers}")]
    [InlineData("(cnumpy\nndarray\no.", 16, $"OBJ is not admitted: {Numbers}")]
    [InlineData("cnumpy\nndarray\n)\u0081.", 16, $"NEWOBJ is not admitted: {Numbers}")]
    [InlineData("Pfile\n.", 0, $"PERSID is not admitted: {Numbers}")]
    [InlineData("\u00FF.", 0, $"an unknown opcode 0xFF is not admitted: {Numbers}")]
    [InlineData(
        "c_codecs\nencode\nX\u0001\0\0\0bX\u0003\0\0\0hex\u0086R.",
        31,
        "REDUCE calls the constructor Encode with a tuple of 2, which is not admitted"
    )]
    [InlineData("X\u0001\0\0\0a)R.", 7, "REDUCE calls a text with a tuple of 0, which is not admitted")]
    [InlineData("}}b.", 2, "BUILD gives a dict the state a dict, which is not admitted")]
    [InlineData("NQ.", 1, "a persistent id is None, not one of a torch storage")]
    public void Whatever_could_run_or_build_something_else_is_refused(
        string pickle,
        int offset,
        string message
    ) => AssertRefused(pickle, offset, message);

    [Theory]
    [InlineData("X\u00FF\u00FF\u00FF\u00FFab", 0, "BINUNICODE announces 4294967295 bytes, and 2 are left")]
    [InlineData(
        "\u008D\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FFa",
        0,
        "BINUNICODE8 announces 18446744073709551615 bytes, and 1 are left"
    )]
    [InlineData("B\0\0\0\u0080a", 0, "BINBYTES announces 2147483648 bytes, and 1 are left")]
    [InlineData("\u0095\u0009\0\0\0\0\0\0\0N.", 0, "FRAME announces 9 bytes, and 2 are left")]
    [InlineData(
        "\u008A\u0009\0\0\0\0\0\0\0\0\0.",
        0,
        "LONG1 announces a number of 9 bytes; at most 8 are admitted"
    )]
    [InlineData("X\u0001\0\0\0\u00FF.", 0, "a text is not UTF-8")]
    [InlineData("cnumpy", 0, "a name of GLOBAL does not end within 256 bytes")]
    [InlineData("\u0080\u0006N.", 0, "the pickle has protocol 6; known are 0 to 5")]
    [InlineData("N", 1, "the pickle ends without STOP: it is cut off")]
    [InlineData("J\u0001\0", 0, "BININT announces 4 bytes, and 2 are left")]
    [InlineData("NN.", 2, "after STOP there are 0 bytes, 1 values and 0 marks too many")]
    [InlineData("N.cos\nsystem\n.", 1, "after STOP there are 12 bytes, 0 values and 0 marks too many")]
    [InlineData(".", 0, "a value is missing on the stack")]
    [InlineData("t.", 0, "a mark is missing on the stack")]
    [InlineData("N(\u0085.", 2, "a value is missing on the stack")]
    [InlineData("h\u0007.", 0, "no value 7 was remembered")]
    [InlineData("Na.", 1, "a value is missing on the stack")]
    [InlineData("NNa.", 2, "a value is appended to None, not to a list")]
    [InlineData("](NNu.", 4, "a key is set in a list of 0, not in a dict")]
    [InlineData("}(Nu.", 3, "a key of a dict has no value")]
    [InlineData("}K\u0001Ns.", 4, "a key of a dict is an int, not a text")]
    [InlineData("}(X\u0001\0\0\0aNX\u0001\0\0\0aNu.", 16, "the key 'a' is set twice")]
    public void A_pickle_that_is_damaged_or_cut_off_is_refused(string pickle, int offset, string message) =>
        AssertRefused(pickle, offset, message);

    [Theory]
    [InlineData(
        "cnumpy\ndtype\nX\u0001\0\0\0O\u0085R.",
        20,
        "the elements are 'O', not numbers; known are f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8 and b1"
    )]
    [InlineData(
        "cnumpy.core.multiarray\nscalar\n" + Type + "C\u0002ab\u0086R.",
        60,
        "an array of a single number elements of 1 bytes has 2 bytes"
    )]
    [InlineData(
        "cnumpy.core.numeric\n_frombuffer\n(C\u0002ab" + Type + "K\u0003\u0085X\u0001\0\0\0CtR.",
        72,
        "an array of 3 elements of 1 bytes has 2 bytes"
    )]
    [InlineData(
        "cnumpy.core.numeric\n_frombuffer\n(C\u0002ab"
            + Type
            + "J\u00FF\u00FF\u00FF\u00FF\u0085X\u0001\0\0\0CtR.",
        75,
        "a length or stride of an array is -1; allowed are 0 to 268435456"
    )]
    [InlineData(
        "cnumpy.core.numeric\n_frombuffer\n(C\u0002ab"
            + Type
            + "(J\0\0\0\u0010J\0\0\0\u0010J\0\0\0\u0010tX\u0001\0\0\0CtR.",
        86,
        "an array has more than 268435456 elements"
    )]
    [InlineData(
        "cnumpy.core.numeric\n_frombuffer\n(C\u0002ab"
            + Type
            + "(K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001K\u0001tX\u0001\0\0\0CtR.",
        89,
        "an array has 9 dimensions; at most 8 are admitted"
    )]
    public void Arrays_whose_shape_and_bytes_disagree_are_refused(
        string pickle,
        int offset,
        string message
    ) => AssertRefused(pickle, offset, message);

    [Theory]
    [InlineData("K\u0004", "K\0", "K\u0002\u0085", "K\u0002\u0085", null)]
    [InlineData("K\u0004", "K\u0001", "K\u0003\u0085", "K\u0001\u0085", null)]
    [InlineData(
        "K\u0004",
        "K\u0001",
        "K\u0004\u0085",
        "K\u0001\u0085",
        "a tensor of 4 reaches from element 1 to 4 of a storage of 4"
    )]
    [InlineData(
        "K\u0004",
        "K\0",
        "K\u0003\u0085",
        "K\u0002\u0085",
        "a tensor of 3 reaches from element 0 to 4 of a storage of 4"
    )]
    [InlineData(
        "K\u0004",
        "K\u0005",
        "K\u0001\u0085",
        "K\u0001\u0085",
        "a tensor begins at element 5 of a storage of 4"
    )]
    [InlineData(
        "K\u0004",
        "J\u00FF\u00FF\u00FF\u00FF",
        "K\u0001\u0085",
        "K\u0001\u0085",
        "a tensor begins at element -1 of a storage of 4"
    )]
    [InlineData("K\u0004", "K\0", "K\u0002\u0085", ")", "a tensor has 1 dimensions and 0 strides")]
    [InlineData(
        "J\u00FF\u00FF\u00FF\u00FF",
        "K\0",
        "K\u0001\u0085",
        "K\u0001\u0085",
        "a storage has -1 elements; allowed are 0 to 268435456"
    )]
    public void A_tensor_stays_within_its_storage(
        string count,
        string start,
        string shape,
        string strides,
        string? message
    )
    {
        byte[] pickle = Fixture.Latin(
            "ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\n"
                + $"X\u0001\0\0\00X\u0003\0\0\0cpu{count}tQ{start}{shape}{strides}\u0089NtR."
        );

        Assert.Equal(
            message,
            Record.Exception(() => PickleMachine.Read(pickle)) is PickleException e ? e.Message : null
        );
    }

    [Fact]
    public void Deep_nesting_costs_no_stack()
    {
        // A million lists in each other: brackets first, then one after the other put into the one before.
        const int Depth = 1_000_000;
        string pickle = new string(']', Depth) + new string('a', Depth - 1) + ".";

        Assert.IsType<List<object?>>(PickleMachine.Read(Fixture.Latin(pickle)));
    }

    [Fact]
    public void Too_many_open_marks_are_refused() =>
        AssertRefused(new string('(', 65), 64, "more than 64 levels of lists, tuples and dicts");

    [Fact]
    public void A_list_of_itself_over_and_over_costs_nothing()
    {
        // 60 lists, each of ten times the one before: 10⁶⁰ values for whoever copies them.
        const string Next = "](h\0h\0h\0h\0h\0h\0h\0h\0h\0h\0eq\0";
        string pickle = "(]q\0" + string.Concat(Enumerable.Repeat(Next, 60)) + "t.";

        Assert.Equal(61, Assert.IsType<object?[]>(PickleMachine.Read(Fixture.Latin(pickle))).Length);
    }

    [Fact]
    public void More_instructions_than_any_dump_needs_are_refused() =>
        AssertRefused(
            new string('N', (4 << 20) + 1),
            (4 << 20) - 1,
            "the pickle has more than 4194304 instructions"
        );

    [Fact]
    public void One_text_made_into_bytes_again_and_again_is_refused()
    {
        string text = new('x', 1 << 20);
        const string Again = "h\0h\u0001h\u0002\u0086R";
        string pickle =
            $"c_codecs\nencode\nq\0X\0\0\u0010\0{text}q\u0001X\u0006\0\0\0latin1q\u0002"
            + string.Concat(Enumerable.Repeat(Again, 257))
            + ".";

        PickleException refused = Assert.Throws<PickleException>(() =>
            PickleMachine.Read(Fixture.Latin(pickle))
        );
        Assert.Equal("the arrays hold more than 268435456 bytes", refused.Message);
    }

    private static void AssertRefused(string pickle, int offset, string message)
    {
        PickleException refused = Assert.Throws<PickleException>(() =>
            PickleMachine.Read(Fixture.Latin(pickle))
        );
        Assert.Equal((offset, message), (refused.Offset, refused.Message));
    }
}
