using Simulator.Scenarios.Metagraphs;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class DumpReaderTests
{
    [Theory]
    [InlineData("numpy.pt")]
    [InlineData("numpy-protocol4.pt")]
    [InlineData("numpy-protocol5.pt")]
    [InlineData("torch.pt")]
    [InlineData("views.pt")]
    [InlineData("orders.pt")]
    public void Every_way_of_writing_the_same_numbers_reads_the_same(string name)
    {
        (Snapshot? snapshot, string problems) = Fixture.Read(Fixture.Bytes(name));

        Assert.Equal("", problems);
        Assert.Equal((7, 360L), (snapshot!.NetUid, snapshot.Block));
        Assert.Equal(["5Alice", "5Bob", "5Carol", "5Dave", "5Eve", "5Frank"], snapshot.Hotkeys);
        Assert.Equal([1500, 2500.25, 3.5, 1000, 0, 20], snapshot.Stake);
        // A third as the shortest text that stands for its 32 bits.
        const double Third = 0.33333334;
        Assert.Equal(
            [
                .. new[] { 0, 0, 0.1, 0, 0.3, 0.6 },
                .. new[] { 0, 0, 0.25, 0, 0.75, 0 },
                .. new double[6],
                .. new[] { Third, 0, Third, 0, 0, Third },
                .. new double[6],
                .. new[] { 0.0, 0, 0, 0, 1, 0 },
            ],
            snapshot.Weights
        );
    }

    [Theory]
    [InlineData(
        "os-system.pt",
        "x.pt: error: data.pkl, byte 44: the name 'posix.system' is not admitted: only constructors of numpy arrays and torch tensors are"
    )]
    [InlineData(
        "eval.pt",
        "x.pt: error: data.pkl, byte 44: the name '__builtin__.eval' is not admitted: only constructors of numpy arrays and torch tensors are"
    )]
    [InlineData(
        "module.pt",
        "x.pt: error: data.pkl, byte 2: the name 'torch.nn.modules.linear.Linear' is not admitted: only constructors of numpy arrays and torch tensors are"
    )]
    [InlineData(
        "before-1.6.pt",
        "x.pt: error: it is not a zip archive, as torch.save writes since version 1.6"
    )]
    public void A_dump_of_anything_but_numbers_is_refused(string name, string message)
    {
        Assert.Equal((null, message), Fixture.Read(Fixture.Bytes(name)));
        Assert.False(File.Exists("ran"));
    }

    [Theory]
    [InlineData("numpy.pt")]
    [InlineData("torch.pt")]
    public void A_file_cut_anywhere_is_refused(string name)
    {
        byte[] whole = Fixture.Bytes(name);

        for (int length = 0; length < whole.Length; length++)
        {
            (Snapshot? snapshot, string problems) = Fixture.Read(whole[..length]);
            Assert.Null(snapshot);
            Assert.NotEqual("", problems);
        }
    }

    [Theory]
    [InlineData("numpy.pt")]
    [InlineData("views.pt")]
    public void A_file_with_any_bit_turned_gives_numbers_or_a_message_and_no_crash(string name)
    {
        byte[] whole = Fixture.Bytes(name);

        for (int bit = 0; bit < 8 * whole.Length; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            (Snapshot? snapshot, string problems) = Fixture.Read(damaged);
            Assert.True(snapshot is null == (problems.Length > 0), $"bit {bit}: {problems}");
        }
    }

    [Fact]
    public void An_archive_without_a_pickle_is_refused() =>
        Assert.Equal(
            (null, "x.pt: error: the archive has 2 entries '*/data.pkl'; a dump has one"),
            Fixture.Read(Fixture.Archive([], ("x/data.pkl", [])))
        );

    [Fact]
    public void An_archive_that_announces_too_many_entries_is_refused_before_they_are_read()
    {
        byte[] file = Fixture.Bytes("numpy.pt");
        file[^12] = 0xFF;
        file[^11] = 0xFF;

        Assert.Equal(
            (null, "x.pt: error: the archive has 65535 entries or more; a dump has at most 10000"),
            Fixture.Read(file)
        );
    }

    [Fact]
    public void All_missing_keys_are_named() =>
        Assert.Equal(
            (
                null,
                "x.pt: error: netuid: it is missing; the dump has s\n"
                    + "x.pt: error: block: it is missing; the dump has s\n"
                    + "x.pt: error: S: it is missing; the dump has s\n"
                    + "x.pt: error: W: it is missing; the dump has s\n"
                    + "x.pt: error: hotkeys: it is missing; the dump has s"
            ),
            Fixture.Read(Fixture.Archive(Fixture.Latin("}X\u0001\0\0\0sNs.")))
        );

    [Theory]
    [InlineData(
        "G\u007F\u00F8\0\0\0\0\0\0",
        "J\u00FF\u00FF\u00FF\u00FF",
        "x.pt: error: S[0]: NaN is not a finite number of at least 0\n"
            + "x.pt: error: W[0][1]: -1 is not a finite number of at least 0"
    )]
    [InlineData(
        "G\u007F\u00F0\0\0\0\0\0\0",
        "K\u0001",
        "x.pt: error: S[0]: Infinity is not a finite number of at least 0"
    )]
    [InlineData(
        "]",
        "K\u0001",
        "x.pt: error: S: it is a list of 2, and there are 2 hotkeys: it must be numbers of shape 2"
    )]
    [InlineData(
        "K\u0001",
        "K\u0001K\u0001",
        "x.pt: error: W: it is a list of 2, and there are 2 hotkeys: it must be numbers of shape 2 × 2"
    )]
    public void Numbers_that_no_stake_or_weight_can_be_are_named(
        string stake,
        string weight,
        string message
    ) =>
        Assert.Equal(
            (null, message),
            Fixture.Read(
                Fixture.Archive(
                    Fixture.Latin(
                        "}(X\u0006\0\0\0netuidK\u0001X\u0005\0\0\0blockK\u0001"
                            + "X\u0007\0\0\0hotkeys](X\u0001\0\0\0aX\u0001\0\0\0be"
                            + $"X\u0001\0\0\0S]({stake}K\u0001e"
                            + $"X\u0001\0\0\0W](](K\u0001{weight}e](K\u0001K\u0001eeu."
                    )
                )
            )
        );

    [Fact]
    public void A_storage_that_is_not_there_or_too_short_is_refused()
    {
        const string Pickle =
            "}(X\u0006\0\0\0netuidK\u0001X\u0005\0\0\0blockK\u0001X\u0007\0\0\0hotkeys](X\u0001\0\0\0ae"
            + "X\u0001\0\0\0Sctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nDoubleStorage\n"
            + "X\u0001\0\0\0kX\u0003\0\0\0cpuK\u0001tQK\0K\u0001\u0085K\u0001\u0085\u0089NtR"
            + "X\u0001\0\0\0W](](K\u0001eeu.";

        Assert.Equal(
            (null, "x.pt: error: the archive has no entry 'dump/data/k'"),
            Fixture.Read(Fixture.Archive(Fixture.Latin(Pickle)))
        );
        Assert.Equal(
            (null, "x.pt: error: S: the storage 'k' has 7 bytes, not 1 elements of 8"),
            Fixture.Read(Fixture.Archive(Fixture.Latin(Pickle), ("data/k", new byte[7])))
        );
        Assert.Equal(
            (null, "x.pt: error: its byteorder is not 'little'"),
            Fixture.Read(
                Fixture.Archive(
                    Fixture.Latin(Pickle),
                    ("data/k", new byte[8]),
                    ("byteorder", Fixture.Latin("big"))
                )
            )
        );
    }
}
