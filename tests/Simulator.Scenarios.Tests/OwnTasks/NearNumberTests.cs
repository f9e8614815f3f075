using Simulator.Scenarios.OwnTasks;

namespace Simulator.Scenarios.Tests.OwnTasks;

public sealed class NearNumberTests
{
    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("-0,25", "-0.25")]
    [InlineData("1,200", "1200")]
    [InlineData("1 200", "1200")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("12345,6", "12345.6")]
    [InlineData("$5", "5")]
    [InlineData("€ 7.50", "7.50")]
    [InlineData("15 %", "15")]
    public void A_number_in_the_hand_of_people_is_recognised(string written, string meant) =>
        Assert.Equal(meant, NearNumber.Of(written));

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("18-25")]
    [InlineData("3rd")]
    [InlineData("1 2")]
    [InlineData("1,2,3")]
    [InlineData("10.0.0.1")]
    [InlineData("2024-01-01")]
    [InlineData("%")]
    [InlineData("1111111111111111111111111111111111111111,5")]
    public void What_means_no_number_is_left_alone(string written) => Assert.Null(NearNumber.Of(written));
}
