using System.Security.Cryptography;
using System.Text;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class TableDataTests
{
    // Rows less the four first days of each city, which nothing precedes.
    [Theory]
    [InlineData("weather", 2_184, 730)]
    [InlineData("concrete", 689, 341)]
    [InlineData("breast-cancer", 380, 189)]
    public void A_table_has_rows_to_train_on_and_rows_held_out(string name, int training, int heldOut)
    {
        var table = Learner.Task(name).Table;
        Assert.Equal((training, heldOut), (table.TrainingCount, table.HeldOutCount));
    }

    [Fact]
    public void Every_held_out_day_comes_after_every_day_to_train_on()
    {
        var table = DataCatalog.Weather;
        // 2015 has 365 days in each of two cities: those and no others are held out, from New Year's Day on.
        for (int row = table.TrainingCount; row < table.TrainingCount + table.HeldOutCount; row++)
        {
            Assert.Equal((row - table.TrainingCount) / 2, table.Day(row).OfYear);
        }
        Assert.Equal(364, table.Day(table.TrainingCount - 1).OfYear);
    }

    // The file's lines of Seattle: 2012-01-04 had 12.2 degrees, 2012-01-05 had 8.9.
    [Fact]
    public void A_day_is_forecast_from_the_day_before()
    {
        var table = DataCatalog.Weather;
        Assert.Equal((12.2, 8.9), (table.Baseline(0), table.Target(0)));
        Assert.Equal(table.Target(0), table.Baseline(2));
        Assert.Equal(table.Target(1), table.Baseline(3));
    }

    [Fact]
    public void No_mix_of_concrete_is_on_both_sides()
    {
        var table = DataCatalog.Concrete;
        string[] trained = [.. Enumerable.Range(0, table.TrainingCount).Select(Mix)];
        string[] held = [.. Enumerable.Range(table.TrainingCount, table.HeldOutCount).Select(Mix)];
        Assert.Empty(trained.Intersect(held));
        Assert.True(trained.Distinct().Count() < trained.Length);

        string Mix(int row) => string.Join(' ', table.Features(row)[..7].ToArray());
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void Features_to_train_on_have_mean_zero_and_deviation_one(string name)
    {
        var table = Learner.Task(name).Table;
        for (int feature = 0; feature < table.FeatureCount; feature++)
        {
            double[] values =
            [
                .. Enumerable
                    .Range(0, table.TrainingCount)
                    .Select(row => (double)table.Features(row)[feature]),
            ];
            Assert.Equal(0, values.Average(), 1e-5);
            Assert.Equal(1, values.Average(v => v * v), 1e-5);
        }
    }

    [Fact]
    public void Waves_of_the_season_are_sine_and_cosine()
    {
        for (int day = 0; day < CalendarDay.PerYear; day++)
        {
            double angle = 2 * Math.PI * (day / (double)CalendarDay.PerYear - 0.5);
            double[] expected = [Math.Sin(angle), Math.Cos(angle), Math.Sin(2 * angle), Math.Cos(2 * angle)];
            double[] waves = Season.Of(day);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], waves[i], 1e-12);
            }
        }
    }

    // Hashes of the files as they were handed over.
    [Theory]
    [InlineData("weather.csv.gz", "7EF49EEFB790D0B5A546041237AC2AEA5D92DF948479A0641ABA07750D098932")]
    [InlineData("concrete.csv.gz", "6F0BEEDA386DC0C77D77E24EEAFFF2FFD657FCF1A60BA752560B4EE3609FB743")]
    [InlineData("breast_cancer.csv.gz", "AA86C8DE0789D7E6C1462566542A259AD97C64E5C553F83245F34E0828D6460E")]
    public void A_table_is_the_file_that_was_handed_over(string file, string hash) =>
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(DataCatalog.Resource(file))));

    [Theory]
    [InlineData("National Oceanic and Atmospheric Administration")]
    [InlineData("I-C. Yeh")]
    [InlineData("W. Wolberg")]
    public void Notices_name_who_is_to_be_cited(string owner) =>
        Assert.Contains(owner, DataCatalog.Notices, StringComparison.Ordinal);

    [Theory]
    [InlineData("2012-01-05,1.3,8.9", "2012-01-05,1.3,warm", "weather.csv.gz(6): 'warm' is not a number.")]
    [InlineData("2012-01-05,1.3,8.9", "2012-01-05,1.3,NaN", "weather.csv.gz(6): 'NaN' is not a number.")]
    [InlineData(
        "2012-01-05,",
        "2012-01-06,",
        "weather.csv.gz(6): 2012-01-06 does not follow the day before."
    )]
    [InlineData("2012-01-05,", "yesterday,", "weather.csv.gz(6): 'yesterday' is not a date.")]
    [InlineData("2012-01-05,1.3,", "2012-01-05,", "weather.csv.gz(6): 6 values were found, 7 belong there.")]
    [InlineData(
        "Seattle,2012-01-05",
        "\n\nSeattle,2012-01-05,\nSeattle,2012-01-05",
        "weather.csv.gz: 2924 lines were found, 2923 belong there."
    )]
    public void A_damaged_file_of_weather_is_refused_by_line(string right, string wrong, string message)
    {
        string text = Encoding.ASCII.GetString(Text("weather.csv.gz"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        byte[] damaged = Encoding.ASCII.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(message, Assert.Throws<FormatException>(() => WeatherFormat.Read(damaged)).Message);
    }

    [Fact]
    public void A_diagnosis_that_is_no_class_and_a_mix_without_cement_are_refused()
    {
        byte[] masses = Text("breast_cancer.csv.gz");
        masses[^2] = (byte)'2';
        Assert.Equal(
            "breast_cancer.csv.gz(570): '2' is not a diagnosis.",
            Assert.Throws<FormatException>(() => CancerFormat.Read(masses)).Message
        );
        string mixes = Encoding.ASCII.GetString(Text("concrete.csv.gz"));
        byte[] damaged = Encoding.ASCII.GetBytes(
            mixes.Replace("\n540,0,0,162,2.5,1040", "\n0,0,0,162,2.5,1040")
        );
        Assert.Equal(
            "concrete.csv.gz(2): age and cement have to be above 0.",
            Assert.Throws<FormatException>(() => ConcreteFormat.Read(damaged)).Message
        );
    }

    [Fact]
    public void A_file_that_cannot_be_unpacked_is_refused_by_name()
    {
        byte[] packed = [.. DataCatalog.Resource("concrete.csv.gz")];
        packed[packed.Length / 2] ^= 0xFF;
        Assert.StartsWith(
            "The data set concrete.csv.gz is damaged: ",
            Assert.Throws<FormatException>(() => DataCatalog.Unpack("concrete.csv.gz", packed)).Message,
            StringComparison.Ordinal
        );
    }

    private static byte[] Text(string file) => DataCatalog.Unpack(file, DataCatalog.Resource(file));
}
