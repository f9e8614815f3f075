using System.Globalization;

namespace Simulator.Cli.Output;

/// <summary>Writes a line at the start and whenever another quarter of the epochs is done.</summary>
internal sealed class QuarterLines : IProgress<int>
{
    private readonly TextWriter _writer;
    private readonly string _title;
    private readonly int _epochs;
    private int _quarters;

    /// <summary>Writes the first line.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="title">What is running.</param>
    /// <param name="epochs">Epochs until it is done.</param>
    public QuarterLines(TextWriter writer, string title, int epochs)
    {
        (_writer, _title, _epochs) = (writer, title, epochs);
        Write(0);
    }

    /// <inheritdoc/>
    public void Report(int value)
    {
        int quarters = (int)(4L * value / _epochs);
        if (quarters > _quarters)
        {
            _quarters = quarters;
            Write(value);
        }
    }

    private void Write(int done) =>
        _writer.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{_title}: {done} of {_epochs} epochs")
        );
}
