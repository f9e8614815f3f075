using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;

namespace Simulator.Core.Tests.Metrics;

public sealed class EventDigestTests
{
    // Every field has a value of its own that fills its width, so that no two of them can be mistaken for each other.
    private static readonly SimEvent Refusal = new(
        new(0x0102_0304_0506_0708),
        Phase.Vote,
        0x1112_1314_1516_1718,
        new(
            ChainEventKind.Rejected,
            new(0x4142),
            new(0x0D),
            0x3132_3334,
            0x2122_2324_2526_2728,
            0xF1F2_F3F4_F5F6_F7F8,
            ChainReason.RevealTooEarly
        )
    );

    private static readonly SimEvent Epoch = new(
        new(360),
        Phase.Block,
        1,
        new(ChainEventKind.EpochRan, new(1), new(0), -1, -1, 5, ChainReason.None)
    );

    private static readonly byte[] RefusalBytes =
    [
        .. LittleEndian(0x0102_0304_0506_0708),
        .. LittleEndian(0x1112_1314_1516_1718),
        .. LittleEndian(0x2122_2324_2526_2728),
        .. LittleEndian(0xF1F2_F3F4_F5F6_F7F8),
        .. (byte[])[0x34, 0x33, 0x32, 0x31],
        .. (byte[])[0x42, 0x41],
        (byte)Phase.Vote,
        (byte)ChainEventKind.Rejected,
        0x0D,
        (byte)ChainReason.RevealTooEarly,
    ];

    private static readonly byte[] EpochBytes =
    [
        .. LittleEndian(360),
        .. LittleEndian(1),
        .. LittleEndian(ulong.MaxValue),
        .. LittleEndian(5),
        .. (byte[])[0xFF, 0xFF, 0xFF, 0xFF],
        .. (byte[])[1, 0],
        (byte)Phase.Block,
        (byte)ChainEventKind.EpochRan,
        0,
        (byte)ChainReason.None,
    ];

    [Fact]
    public void It_is_the_hash_of_the_fields_in_the_order_and_width_that_are_documented()
    {
        using EventDigest digest = new();
        digest.OnEvent(Refusal);
        digest.OnEvent(Epoch);
        EndEpoch(digest);
        Assert.Equal(Sha256([.. RefusalBytes, .. EpochBytes]), digest.Hex);
    }

    [Fact]
    public void Events_after_the_last_epoch_do_not_count()
    {
        using EventDigest digest = new();
        digest.OnEvent(Epoch);
        Assert.Equal(Sha256([]), digest.Hex);
        EndEpoch(digest);
        digest.OnEvent(Refusal);
        Assert.Equal(Sha256(EpochBytes), digest.Hex);
        EndEpoch(digest);
        Assert.Equal(Sha256([.. EpochBytes, .. RefusalBytes]), digest.Hex);
    }

    [Fact]
    public void More_events_than_it_holds_at_first_all_count()
    {
        using EventDigest digest = new();
        for (int i = 0; i < 3_000; i++)
        {
            digest.OnEvent(Epoch);
        }
        EndEpoch(digest);
        Assert.Equal(Sha256([.. Enumerable.Repeat(EpochBytes, 3_000).SelectMany(b => b)]), digest.Hex);
    }

    // That an epoch ended is all that a digest wants to know of it.
    private static void EndEpoch(EventDigest digest) => digest.OnEpoch(null!);

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] LittleEndian(ulong value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }
}
