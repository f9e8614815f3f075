namespace Simulator.Scenarios.Tests;

public sealed class ScenarioFileTests
{
    public static TheoryData<string> Names => [.. ScenarioFile.LibraryNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_library_scenario_reads_and_its_resolved_form_reads_back(string name)
    {
        Scenario scenario = ScenarioFile.Load(name, []);

        Assert.Equal(name, scenario.Name);
        Assert.Empty(scenario.World.Problems());
        Scenario again = ScenarioFile.Parse(scenario.Resolved.ToJsonString());
        Assert.Equal(scenario.Resolved.ToJsonString(), again.Resolved.ToJsonString());
        Assert.Equal(scenario.PlanHash, again.PlanHash);
        Assert.Equal(
            scenario.World.Subnet,
            again.World.Subnet with
            {
                MechanismEmissionSplit = scenario.World.Subnet.MechanismEmissionSplit,
            }
        );
        Assert.Equal(scenario.Expect.AsEnumerable(), again.Expect);
    }
}
