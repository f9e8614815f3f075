using System.Text;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class ScenarioTextTests
{
    [Fact]
    public void A_byte_order_mark_of_utf8_is_skipped() =>
        Assert.Equal(
            "a: ü\n",
            ScenarioText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a: ü\n")], "t.yaml", new())
        );

    [Theory]
    [InlineData(
        new byte[] { 0xFF, 0xFE, (byte)'a', 0 },
        "t.yaml(1,1): error: the file is UTF-16; save it as UTF-8"
    )]
    [InlineData(
        new byte[] { 0xFE, 0xFF, 0, (byte)'a' },
        "t.yaml(1,1): error: the file is UTF-16; save it as UTF-8"
    )]
    [InlineData(
        new byte[] { (byte)'a', 0, (byte)':', 0 },
        "t.yaml(1,2): error: a NUL byte; is this a binary file, or text saved as UTF-16?"
    )]
    [InlineData(
        new byte[] { (byte)'a', (byte)'\n', (byte)'b', 7 },
        "t.yaml(2,2): error: the invisible character U+0007; is this a scenario file?"
    )]
    [InlineData(
        new byte[] { (byte)'a', (byte)'\n', 0xC3, 0xBC, 0xFF },
        "t.yaml(2,2): error: byte 0xFF is not UTF-8 text; is this a scenario file?"
    )]
    [InlineData(
        new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' },
        "t.yaml(1,1): error: byte 0x89 is not UTF-8 text; is this a scenario file?"
    )]
    [InlineData(
        new byte[] { (byte)'a', 0xEF, 0xBB, 0xBF },
        "t.yaml(1,2): error: the invisible character U+FEFF; is this a scenario file?"
    )]
    public void Bytes_that_are_no_text_are_refused(byte[] bytes, string problem) =>
        Assert.Equal(
            problem,
            Assert.Throws<ScenarioException>(() => ScenarioText.Decode(bytes, "t.yaml", new())).Message
        );

    [Fact]
    public void A_file_that_is_missing_or_a_folder_is_refused()
    {
        Assert.Equal(
            "no.yaml(1,1): error: there is no such file",
            Assert
                .Throws<ScenarioException>(() => ScenarioText.ReadFile("no/such.yaml", "no.yaml", new()))
                .Message
        );
        Assert.Equal(
            "here(1,1): error: this is a folder, not a scenario file",
            Assert.Throws<ScenarioException>(() => ScenarioText.ReadFile(".", "here", new())).Message
        );
    }

    [Fact]
    public void A_device_without_an_end_is_read_only_as_far_as_allowed()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "this system has no /dev/zero");
        Assert.Equal(
            "zero(1,1): error: the file has more than 4194304 bytes (4 MiB)",
            Assert.Throws<ScenarioException>(() => ScenarioText.ReadFile("/dev/zero", "zero", new())).Message
        );
    }
}
