using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class NearNamesTests
{
    private static readonly string[] Known = ["kappa", "tempo", "immunity_period", "max_burn", "min_burn"];

    [Theory]
    [InlineData("kapa", "; did you mean 'kappa'?")]
    [InlineData("Kappa", "; did you mean 'kappa'?")]
    [InlineData("temop", "; did you mean 'tempo'?")]
    [InlineData("imunity_perod", "; did you mean 'immunity_period'?")]
    [InlineData("maxburn", "; did you mean 'max_burn'?")]
    [InlineData("zzz", "; known are kappa, tempo, immunity_period, max_burn and min_burn")]
    [InlineData("", "; known are kappa, tempo, immunity_period, max_burn and min_burn")]
    public void A_wrong_name_is_answered_with_the_nearest(string found, string hint) =>
        Assert.Equal(hint, NearNames.Hint(found, Known));
}
