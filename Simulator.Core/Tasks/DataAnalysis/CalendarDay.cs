namespace Simulator.Core.Tasks.DataAnalysis;

/// <summary>A day of the year at one of the places of a table.</summary>
/// <param name="Place">Number of the place, from 0.</param>
/// <param name="OfYear">Day of the year, from 0 to 365.</param>
internal readonly record struct CalendarDay(int Place, int OfYear)
{
    /// <summary>Days of the longest year.</summary>
    public const int PerYear = 366;
}
