using System.Globalization;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>The file of daily weather: place, date, precipitation, highest and lowest temperature, wind, kind of weather.</summary>
/// <remarks>A row asks for the highest temperature of a day, knowing the four days before. Rows are ordered by day: those of the
/// last year are held out, so nobody trains on what comes later than a question.</remarks>
internal static class WeatherFormat
{
    private const int Lines = 2_923;
    private const int Fields = 7;
    private const int Rain = 2;
    private const int Highest = 3;
    private const int Lowest = 4;
    private const int Wind = 5;
    private const int Lags = 4;
    private const int HeldOutYear = 2015;

    /// <summary>Number of the first place of the file.</summary>
    public const int Seattle = 0;

    /// <summary>Number of its second place.</summary>
    public const int NewYork = 1;

    private static readonly string[] Kinds = ["drizzle", "fog", "rain", "snow", "sun"];

    /// <summary>The table of a file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="only">The one place whose days are wanted; null for both.</param>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static TableSet Read(ReadOnlySpan<byte> text, int? only = null)
    {
        var file = new PackedText("weather.csv.gz", text, Lines, Fields);
        List<(DateOnly Date, TableRow Row)> rows = [];
        int place = -1;
        int first = 1;
        for (int line = 1; line < file.Count; line++)
        {
            if (line == 1 || file.Word(line, 0) != file.Word(line - 1, 0))
            {
                (place, first) = (place + 1, line);
            }
            DateOnly date = Date(file, line);
            if (line > first && date != Date(file, line - 1).AddDays(1))
            {
                throw file.Wrong(line, $"{file.Word(line, 1)} does not follow the day before");
            }
            if (line >= first + Lags)
            {
                rows.Add((date, Row(file, line, new(place, date.DayOfYear - 1))));
            }
        }
        string name = only switch
        {
            null => "weather",
            Seattle => "weather-seattle",
            _ => "weather-new-york",
        };
        rows.RemoveAll(r => r.Row.Day.Place != (only ?? r.Row.Day.Place));
        // Sorting is stable: of one day's rows, the first place comes first.
        TableRow[] ordered = [.. rows.OrderBy(r => r.Date).Select(r => r.Row)];
        int training = rows.Count(r => r.Date.Year < HeldOutYear);
        return new(name, TableKind.Forecast, ordered, training);
    }

    /// <summary>The days before a day, in terms that say little twice: yesterday's values, and how each came from the one
    /// before.</summary>
    private static TableRow Row(PackedText file, int line, CalendarDay day)
    {
        List<double> features = [file.Number(line - 1, Highest), Range(line - 1)];
        for (int lag = 1; lag < Lags; lag++)
        {
            features.Add(file.Number(line - lag, Highest) - file.Number(line - lag - 1, Highest));
        }
        for (int lag = 1; lag <= 2; lag++)
        {
            features.Add(Range(line - lag) - Range(line - lag - 1));
            features.Add(Elementary.Log(1 + file.Number(line - lag, Rain)));
            features.Add(file.Number(line - lag, Wind));
        }
        string kind = file.Word(line - 1, Fields - 1);
        if (Array.IndexOf(Kinds, kind) < 0)
        {
            throw file.Wrong(line - 1, $"'{kind}' is not a kind of weather");
        }
        features.AddRange(Kinds.Select(k => k == kind ? 1.0 : 0));
        double[] season = Season.Of(day.OfYear);
        features.AddRange(season);
        // The seasons of the places differ: each of the second has a season of its own on top of the common one.
        features.Add(day.Place);
        features.AddRange(season[..2].Select(wave => wave * day.Place));
        return new([.. features], file.Number(line, Highest))
        {
            Latest = file.Number(line - 1, Highest),
            Day = day,
        };

        double Range(int at) => file.Number(at, Highest) - file.Number(at, Lowest);
    }

    private static DateOnly Date(PackedText file, int line) =>
        DateOnly.TryParseExact(
            file.Word(line, 1),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly date
        )
            ? date
            : throw file.Wrong(line, $"'{file.Word(line, 1)}' is not a date");
}
