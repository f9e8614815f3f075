using System.Text.Json;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Parameters;

namespace Simulator.Core.Tests.Chain.Parameters;

public sealed class ParameterCatalogTests
{
    public static TheoryData<string> Names => [.. Everything.Select(p => p.Name)];

    private static IEnumerable<Parameter> Everything =>
        [.. ParameterCatalog.Subnet, .. ParameterCatalog.Global];

    [Fact]
    public void Every_property_of_the_records_has_one_entry_under_its_chain_name()
    {
        string[] properties =
        [
            .. NamesOf<Hyperparameters>().Where(name => name != "mechanism_emission_split"),
            .. NamesOf<GlobalParameters>(),
        ];

        Assert.Equal(properties.Order(), Everything.Select(p => p.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_was_set_is_the_value_that_is_got(string name)
    {
        if (ParameterCatalog.Subnet.FirstOrDefault(p => p.Name == name) is { } subnet)
        {
            AssertKeeps(subnet, new Hyperparameters());
        }
        else
        {
            AssertKeeps(ParameterCatalog.Global.Single(p => p.Name == name), new GlobalParameters());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_defaults_lie_within_what_root_may_set(string name)
    {
        Parameter parameter = ParameterCatalog.Find(name)!;

        Assert.Null(parameter.Complaint(parameter.StorageDefault));
        Assert.Null(parameter.Complaint(parameter.Default));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_subnet_lies_within_what_its_owner_may_set(string name)
    {
        Parameter parameter = ParameterCatalog.Find(name)!;

        Assert.Null(parameter.OwnerNote(parameter.Default));
    }

    [Theory]
    [InlineData("kappa", "32767 (0.49999)")]
    [InlineData("bonds_moving_average", "900000 (0.9)")]
    [InlineData("alpha_sigmoid_steepness", "1000 (10)")]
    [InlineData("tao_weight", "971718665099567868 (0.05268)")]
    [InlineData("tempo", "360 blocks")]
    [InlineData("reveal_period_epochs", "1")]
    [InlineData("min_burn", "0.0005 TAO")]
    [InlineData("alpha_emission", "1 alpha")]
    [InlineData("burn_increase_mult", "1.26")]
    [InlineData("yuma3_enabled", "true")]
    [InlineData("recycle_or_burn", "burn")]
    public void A_default_is_shown_with_its_integer_and_what_it_means(string name, string shown)
    {
        Parameter parameter = ParameterCatalog.Find(name)!;

        Assert.Equal(shown, parameter.Text(parameter.Default));
    }

    [Theory]
    [InlineData("kappa", "0.5", "32767")]
    [InlineData("bonds_moving_average", "0.975", "975000")]
    [InlineData("alpha_sigmoid_steepness", "-2.5", "-250")]
    // The weight at the launch of subnet tokens, as the chain stored it (spec §3.2).
    [InlineData("tao_weight", "0.18", "3320413933267719290")]
    [InlineData("max_burn", "0.1", "100000000")]
    // The chain's multiplier in golden/economy/burn.
    [InlineData("burn_increase_mult", "1.26", "23242897532874035200")]
    public void A_decimal_is_stored_as_the_chain_stores_it(string name, string value, string raw)
    {
        decimal number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Int128 stored = ParameterCatalog.Find(name)!.Kind.Store(number);

        Assert.Equal(Int128.Parse(raw, System.Globalization.CultureInfo.InvariantCulture), stored);
    }

    [Fact]
    public void No_parameter_has_an_unknown_name() => Assert.Null(ParameterCatalog.Find("kapa"));

    private static void AssertKeeps<TRecord>(ParameterOf<TRecord> parameter, TRecord record)
    {
        Assert.Equal(parameter.Default, parameter.Get(record));
        foreach (Int128 value in new[] { parameter.Least, parameter.Most })
        {
            Assert.Equal(value, parameter.Get(parameter.Set(record, value)));
        }
    }

    private static IEnumerable<string> NamesOf<TRecord>() =>
        typeof(TRecord)
            .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name));
}
