using Simulator.Scenarios.Reports.Charts;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Drawing;
using Simulator.Scenarios.Reports.Sections;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Reports;

/// <summary>The report of one run.</summary>
public static class RunReport
{
    /// <summary>The report as one page that needs nothing else: no file, no server, no network.</summary>
    /// <param name="result">What the run found out.</param>
    /// <returns>The page in UTF-8-ready HTML; the same result gives the same text.</returns>
    /// <exception cref="ArgumentException">The result lacks its table of epochs, neurons or events.</exception>
    public static string Html(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Tables.Any(table => table.Name == RetentionTables.Statistics))
        {
            return RetentionReport.Html(result);
        }
        if (result.Tables.Any(table => table.Name == ReplayTables.Variants))
        {
            return ReplayReport.Html(result);
        }
        var data = new RunData(result);
        Figure[] figures =
        [
            IncentiveChart.Of(data),
            IncentiveSharesChart.Of(data),
            DividendsChart.Of(data),
            QualityAndIncentiveChart.Of(data),
            QualityChart.Of(data),
            LearningCurvesChart.Of(data),
            .. ProfitChart.Of(data),
            GridCharts.Weights(data),
            GridCharts.Bonds(data),
            RegistrationsChart.Of(data),
            InequalityChart.Of(data),
        ];
        var body = Reports.Html.Join([
            Heading.Of(data),
            Tiles.Of(data),
            ExpectationList.Of(result),
            .. figures.Select(FigureSection.Of),
            ProfitAndLoss.Of(data),
            ScoringPower.Of(data),
            ExampleAnswers.Of(result),
            NeuronTable.Of(data),
            MetricTable.Of(result),
            Reproduction.Of(result),
        ]);
        return Page.Of($"{result.Scenario} · run report", body, figures);
    }
}
