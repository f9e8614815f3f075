using System.Globalization;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Finds validators by what users call them.</summary>
internal static class ValidatorNames
{
    /// <summary>The hotkey of a validator that is named by its hotkey or its uid; by its row where the series has no uids.</summary>
    /// <param name="series">The series.</param>
    /// <param name="key">What the user wrote.</param>
    /// <param name="complaint">Why there is none; empty where there is one.</param>
    /// <returns>The hotkey; null where no validator is meant.</returns>
    public static string? Find(Metagraph series, string key, out string complaint)
    {
        complaint = "";
        if (series.Validators.Contains(key))
        {
            return key;
        }
        bool hasUids = series.Epochs.Any(e => e.Validators.Any(row => row.Uid is not null));
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            string? hotkey = hasUids
                ? series.Epochs.SelectMany(e => e.Validators).FirstOrDefault(row => row.Uid == number)?.Hotkey
                : series.Validators.ElementAtOrDefault(number);
            if (hotkey is not null)
            {
                return hotkey;
            }
        }
        complaint =
            $"no validator has the {(hasUids ? "uid" : "row")} or hotkey {Files.Show.Quoted(key)}{Files.NearNames.Hint(key, series.Validators)}";
        return null;
    }
}
