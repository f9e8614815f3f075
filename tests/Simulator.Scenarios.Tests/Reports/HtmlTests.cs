using Simulator.Scenarios.Reports;

namespace Simulator.Scenarios.Tests.Reports;

public sealed class HtmlTests
{
    [Fact]
    public void What_is_inserted_is_escaped_unless_it_is_markup()
    {
        const string name = "<b class='x'>\"&";
        var inner = Html.Of($"<i>{name}</i>");
        Assert.Equal("<i>&lt;b class=&#39;x&#39;&gt;&quot;&amp;</i>", inner.Text);
        Assert.Equal($"<p>{inner.Text}</p>", Html.Of($"<p>{inner}</p>").Text);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture() =>
        Assert.Equal(
            "<td>1234 18446744073709551615 0.1</td>",
            Html.Of($"<td>{1234L} {ulong.MaxValue} {0.1}</td>").Text
        );

    [Fact]
    public void A_script_cannot_end_early_and_is_named_by_the_hash_of_what_stands_in_the_page()
    {
        var script = Script.Of("a = '</script><!-- ';");
        Assert.Equal("<script>a = '<\\/script><\\!-- ';</script>\n", script.Element.Text);
        // printf %s "a = '<\/script><\!-- ';" | openssl dgst -sha256 -binary | base64
        Assert.Equal("'sha256-baE+DylhNZvShWws1v/8YmSYT8qdLSLsNZbx7Cm8XZw='", script.Source);
    }
}
