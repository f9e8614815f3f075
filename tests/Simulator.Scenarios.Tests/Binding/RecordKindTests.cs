using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Tests.Files;

namespace Simulator.Scenarios.Tests.Binding;

public sealed class RecordKindTests
{
    private static readonly RecordKind Kind = new(typeof(Sample));

    [Fact]
    public void A_map_becomes_a_record_and_the_rest_keeps_its_defaults()
    {
        var sample = Read(
            """
            name: a-1
            count: 7
            balance: 1.5 TAO
            stake: 10000 alpha
            interval: 1 block
            deadline: 250 ms
            price: 399.95 USD
            kappa: 0.5
            flag: true
            rate: 1e-3
            day: sunday
            numbers: [1, 2]
            inner: { text: "yes" }
            """
        );
        Assert.Equal(
            new Sample
            {
                Name = "a-1",
                Count = 7,
                Balance = new(1_500_000_000),
                Stake = Alpha.Of(10_000),
                Interval = new(1),
                Deadline = 250,
                Price = 399.95m,
                Kappa = new(32_767),
                Flag = true,
                Rate = 0.001,
                Day = DayOfWeek.Sunday,
                Numbers = sample.Numbers,
                Inner = new() { Text = "yes" },
            },
            sample
        );
        Assert.Equal([1, 2], sample.Numbers);
        Assert.Equal(new Sample { Name = "b" }, Read("name: b\n"));
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_record()
    {
        var written = Kind.Write(
            Read("name: a\nkappa: u16:45875\nrate: 0.1\nstake: 1 alpha\ninner: {text: x}\n")
        );
        Assert.Equal(
            """{"name":"a","count":1,"balance":"1 TAO","stake":"1 alpha","interval":"60 blocks","deadline":"4000 ms","price":"400 USD","kappa":"u16:45875 (0.70001)","flag":false,"rate":0.1,"day":"sunday","numbers":[],"inner":{"text":"x"}}""",
            written.ToJsonString()
        );
        Assert.Equal(written.ToJsonString(), Kind.Write(Read(written.ToJsonString())).ToJsonString());
    }

    [Fact]
    public void All_mistakes_are_noted_at_once() =>
        Assert.Equal(
            """
            t.yaml(1,1): error: cuont: unknown key; did you mean 'count'?
            t.yaml(1,1): error: name: missing; write a name of small letters, digits and '-'
            t.yaml(2,7): error: flag: 'yes' is not true or false
            t.yaml(3,14): error: numbers[1]: 11 is not a whole number from 0 to 9
            t.yaml(4,9): error: inner.txet: unknown key; did you mean 'text'?
            """,
            Problems("cuont: 1\nflag: yes\nnumbers: [1, 11]\ninner: {txet: 1}\n")
        );

    [Theory]
    [InlineData("count: 0", "count: 0 is not a whole number from 1 to 100")]
    [InlineData("count: 1.5", "count: 1.5 is not a whole number")]
    [InlineData(
        "count: '3'",
        "count: '3' in quotes is text, not a whole number from 1 to 100; remove the quotes"
    )]
    [InlineData("count: many", "count: 'many' is not a number")]
    [InlineData("count: 0x10", "count: '0x10' is not a number")]
    [InlineData("count: 1e400", "count: '1e400' is too large")]
    [InlineData("count: [1]", "count: a list is not a whole number from 1 to 100")]
    [InlineData("count:", "count: no value; write a whole number from 1 to 100, or remove the key")]
    [InlineData("rate: .nan", "rate: '.nan' is not a finite number")]
    [InlineData("rate: -.inf", "rate: '-.inf' is not a finite number")]
    [InlineData("rate: NaN", "rate: 'NaN' is not a finite number")]
    [InlineData("rate: 1,5", "rate: '1,5' is not a number; write a decimal point and no commas")]
    [InlineData("rate: 1.01", "rate: 1.01 is not a number from 0 to 1")]
    [InlineData(
        "rate: 0.12345678901234567890123456789",
        "rate: '0.12345678901234567890123456789' has more than 28 digits"
    )]
    [InlineData("balance: 100", "balance: 100 has no unit; write '100 TAO'")]
    [InlineData("balance: 100 alpha", "balance: '100 alpha' is not in TAO; write such as '100 TAO'")]
    [InlineData("balance: 100 tao", "balance: '100 tao' is not in TAO; write such as '100 TAO'")]
    [InlineData(
        "balance: 100TAO",
        "balance: '100TAO' needs a space before its unit; write such as '100 TAO'"
    )]
    [InlineData("balance: -1 TAO", "balance: '-1 TAO' is outside 0 to 18446744073.709551615 TAO")]
    [InlineData(
        "balance: 99999999999 TAO",
        "balance: '99999999999 TAO' is outside 0 to 18446744073.709551615 TAO"
    )]
    [InlineData(
        "balance: 0.0000000001 TAO",
        "balance: '0.0000000001 TAO' has more than 9 digits after the point"
    )]
    [InlineData(
        "balance: 1,000 TAO",
        "balance: '1,000' is not a number; write a decimal point and no commas"
    )]
    [InlineData("balance: lots", "balance: 'lots' is not an amount such as '100 TAO'")]
    [InlineData("balance: {a: 1}", "balance: a map is not an amount such as '100 TAO'")]
    [InlineData("interval: 60", "interval: 60 has no unit; write '60 blocks'")]
    [InlineData("interval: 1.5 blocks", "interval: '1.5 blocks' is not a whole number of blocks")]
    [InlineData(
        "interval: 60 seconds",
        "interval: '60 seconds' is not in blocks; write such as '360 blocks'"
    )]
    [InlineData("deadline: 10001 ms", "deadline: '10001 ms' is outside 0 to 10000 ms")]
    [InlineData("price: 4 EUR", "price: '4 EUR' is not in USD; write such as '100 USD'")]
    [InlineData("kappa: 1.4", "kappa: 1.4 is not a share in [0, 1]")]
    [InlineData("kappa: -0.1", "kappa: -0.1 is not a share in [0, 1]")]
    [InlineData("kappa: u16:70000", "kappa: 'u16:70000' is not u16: with a whole number from 0 to 65535")]
    [InlineData(
        "kappa: u16:32767 (0.5)",
        "kappa: 'u16:32767 (0.5)' contradicts itself; u16:32767 is (0.49999)"
    )]
    [InlineData("kappa: 50%", "kappa: '50%' is not a number")]
    [InlineData(
        "day: sunnyday",
        "day: 'sunnyday' is not one of sunday, monday, tuesday, wednesday, thursday, friday, saturday; did you mean 'sunday'?"
    )]
    [InlineData("flag: 'true'", "flag: 'true' in quotes is text, not true or false; remove the quotes")]
    [InlineData("name: A b", "name: 'A b' is not a name of small letters, digits and '-'")]
    [InlineData("inner: 3", "inner: '3' is not a map of text")]
    [InlineData("numbers: 3", "numbers: '3' is not a list of numbers")]
    [InlineData(
        "hidden: 3",
        "hidden: unknown key; known are name, count, balance, stake, interval, deadline, price, kappa, flag, rate, day, numbers and inner"
    )]
    public void A_wrong_value_is_explained(string line, string problem)
    {
        var named = line.StartsWith("name", StringComparison.Ordinal) ? line + "\n" : $"name: x\n{line}\n";
        Assert.EndsWith($"error: {problem}", Problems(named));
    }

    [Theory]
    [InlineData("0.5", 32_767)]
    [InlineData("1", 65_535)]
    [InlineData("0.7", 45_874)]
    [InlineData("u16:45875", 45_875)]
    [InlineData("u16:32767 (0.49999)", 32_767)]
    public void A_share_is_stored_rounded_down(string text, int raw) =>
        Assert.Equal(raw, Read($"name: x\nkappa: {text}\n").Kappa.Raw);

    private static Sample Read(string text)
    {
        var problems = new Problems();
        var sample = Kind.Read(Trees.Map(text), "", problems);
        problems.ThrowIfAny();
        return (Sample)sample!;
    }

    private static string Problems(string text) => Assert.Throws<ScenarioException>(() => Read(text)).Message;
}
