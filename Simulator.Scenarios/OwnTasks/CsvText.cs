using System.Text;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Reads a CSV file as RFC 4180 describes it: a field in quotation marks may hold commas, line breaks and, each written
/// twice, quotation marks. Blanks around a field do not belong to it.</summary>
/// <param name="text">The file's text.</param>
/// <param name="complaints">Takes what is wrong with quotation marks.</param>
internal sealed class CsvText(string text, DataComplaints complaints)
{
    private const char Quote = '"';

    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The rows in order, once, without those that were complained about; an empty line is a row with one empty
    /// field.</summary>
    public IEnumerable<CsvField[]> Rows()
    {
        List<CsvField> fields = [];
        while (_at < text.Length)
        {
            fields.Clear();
            if (TryReadRow(fields))
            {
                yield return [.. fields];
            }
        }
    }

    private bool TryReadRow(List<CsvField> fields)
    {
        while (true)
        {
            SkipBlanks();
            if ((IsAt(Quote) ? Quoted() : Bare()) is not { } field)
            {
                SkipLine();
                return false;
            }
            fields.Add(field);
            if (!IsAt(','))
            {
                SkipLine();
                return true;
            }
            _at++;
        }
    }

    private CsvField? Bare()
    {
        int start = _at;
        int length = text.AsSpan(start).IndexOfAny(',', '\n');
        _at = length < 0 ? text.Length : start + length;
        string field = text[start.._at];
        int quote = field.IndexOf(Quote);
        if (quote < 0)
        {
            return new(field.Trim(), _line, ColumnOf(start));
        }
        Complain(
            _line,
            ColumnOf(start + quote),
            "a quotation mark within a field; such a field stands in quotation marks, with each of its own written twice"
        );
        return null;
    }

    private CsvField? Quoted()
    {
        (int line, int column) = (_line, ColumnOf(_at));
        StringBuilder field = new();
        do
        {
            int start = _at + 1;
            _at = text.IndexOf(Quote, start);
            if (_at < 0)
            {
                _at = text.Length;
                Complain(line, column, "the quotation mark that opens here is never closed");
                return null;
            }
            CountLines(start);
            // The first of two marks, which mean one.
            field.Append(text, start, _at - start).Append(Quote);
            _at++;
        } while (IsAt(Quote));
        field.Length--;
        SkipBlanks();
        if (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
        {
            Complain(
                _line,
                ColumnOf(_at),
                "text behind a closing quotation mark; a mark within a field is written twice"
            );
            return null;
        }
        return new(field.ToString().Trim(), line, column);
    }

    private void CountLines(int start)
    {
        ReadOnlySpan<char> passed = text.AsSpan(start.._at);
        if (passed.LastIndexOf('\n') is >= 0 and var last)
        {
            _line += passed.Count('\n');
            _lineStart = start + last + 1;
        }
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        int end = text.IndexOf('\n', _at);
        _at = end < 0 ? text.Length : end + 1;
        _line++;
        _lineStart = _at;
    }

    private bool IsAt(char c) => _at < text.Length && text[_at] == c;

    private int ColumnOf(int at) => at - _lineStart + 1;

    private void Complain(int line, int column, string message) =>
        complaints.Add("rows with misplaced quotation marks", line, column, message);
}
