using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>Equal plans have equal hashes, and no others do.</summary>
public sealed class PlanHashTests
{
    private static JsonObject Plan() =>
        new()
        {
            ["b"] = new JsonArray(1, 2.5, null, true, "τ \"x\""),
            ["a"] = new JsonObject { ["z"] = ulong.MaxValue, ["y"] = -1L },
            ["B"] = 0.1m,
        };

    [Fact]
    public void Canonical_text_has_sorted_members_and_no_space()
    {
        Assert.Equal(
            """{"B":0.1,"a":{"y":-1,"z":18446744073709551615},"b":[1,2.5,null,true,"τ \"x\""]}""",
            JsonText.Canonical(Plan())
        );
    }

    // sha256sum of the text above.
    [Fact]
    public void The_hash_is_the_sha256_of_the_canonical_text()
    {
        Assert.Equal("4b56e2f7d4bc622656c5d8ea645622574abb54f26c67f6953e2e2e72f7694470", PlanHash.Of(Plan()));
    }

    [Fact]
    public void The_order_of_members_does_not_matter()
    {
        JsonObject turned = new(
            Plan().Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
        );
        Assert.Equal(PlanHash.Of(Plan()), PlanHash.Of(turned));
    }

    [Fact]
    public void A_plan_read_from_text_has_the_hash_of_the_plan_written()
    {
        JsonObject plan = Plan();
        plan["numbers"] = new JsonArray(1.0, 1e21, -0.0, Math.ScaleB(1.0, -25), 5e-324, 100);
        Assert.Equal(PlanHash.Of(plan), PlanHash.Of(JsonText.ParseObject(JsonText.Indented(plan))));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{"a":[1]}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("""{"a":18446744073709551615}""", """{"a":18446744073709551614}""")]
    public void Different_plans_have_different_hashes(string one, string other)
    {
        Assert.NotEqual(PlanHash.Of(JsonText.ParseObject(one)), PlanHash.Of(JsonText.ParseObject(other)));
    }

    [Fact]
    public void Culture_does_not_matter()
    {
        string here = PlanHash.Of(Plan());
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Elsewhere.Culture;
            Assert.Equal(here, PlanHash.Of(Plan()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
