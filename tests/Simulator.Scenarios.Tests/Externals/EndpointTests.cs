using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Simulator.Core.Tasks;
using Simulator.Scenarios.Externals;

namespace Simulator.Scenarios.Tests.Externals;

public sealed class EndpointTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];
    private readonly Task _serving;
    private int _followed;

    public EndpointTests()
    {
        _listener.Start();
        _serving = Task.Run(Serve);
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Stop();
        _clients.ForEach(client => client.Dispose());
        _serving.Wait();
        _listener.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public void An_endpoint_answers_like_a_program(string host) =>
        Assert.Equal(3, Assert.IsType<LabelAnswer>(Ask($"http://{host}:{Port}/answer")).Label);

    [Fact]
    public void A_redirect_is_not_followed()
    {
        FailedAnswer failed = Assert.IsType<FailedAnswer>(Ask($"http://localhost:{Port}/redirect"));
        Assert.Equal("the endpoint replied with status 302, not 200", failed.Reason);
        Assert.Equal(0, _followed);
    }

    [Fact]
    public void An_endpoint_that_never_replies_has_no_answer()
    {
        FailedAnswer failed = Assert.IsType<FailedAnswer>(
            Ask($"http://localhost:{Port}/silence", "timeout: 0.1 s, startup: 0.1 s")
        );
        Assert.Equal("no answer within 0.2 s", failed.Reason);
    }

    // Each of them costs the time of waiting.
    [Fact]
    public void An_endpoint_that_never_replies_is_given_up()
    {
        Scenario scenario = Of($"http://localhost:{Port}/silence", "timeout: 0.05 s, startup: 0 s");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        string[] reasons =
        [
            .. scenario.World.Task!.HeldOut.Take(6).Select(q => ((FailedAnswer)model.Answer(q)).Reason),
        ];
        const string Late = "no answer within 0.05 s";
        const string GivenUp = "the endpoint is given up after 4 questions in a row without a reply in time";
        Assert.Equal([Late, Late, Late, Late, GivenUp, GivenUp], reasons);
    }

    // Such a server closes when it has replied, and what is sent on that connection until then it never reads.
    [Fact]
    public void A_server_of_http_1_0_gets_each_question_on_a_connection_of_its_own()
    {
        Scenario scenario = Of($"http://localhost:{Port}/old", "timeout: 60 s");
        using ExternalModels models = ExternalModels.Live(scenario);
        IModel model = Outside.Model(scenario, models);
        Assert.All(
            scenario.World.Task!.HeldOut.Take(3).Select(model.Answer),
            answer => Assert.IsType<LabelAnswer>(answer)
        );
        Assert.Equal(3, _clients.Count);
    }

    [Fact]
    public void Garbage_from_an_endpoint_has_failed() =>
        Assert.Equal(
            "'<html>' is not JSON",
            Assert.IsType<FailedAnswer>(Ask($"http://localhost:{Port}/garbage")).Reason
        );

    [Fact]
    public void An_endpoint_where_nobody_listens_has_failed()
    {
        _listener.Stop();
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Assert.StartsWith(
            "the endpoint cannot be asked: ",
            Assert.IsType<FailedAnswer>(Ask($"http://127.0.0.1:{port}/answer")).Reason,
            StringComparison.Ordinal
        );
    }

    private static IAnswer Ask(string url, string more = "startup: 60 s")
    {
        Scenario scenario = Of(url, more);
        using ExternalModels models = ExternalModels.Live(scenario);
        return Outside.Model(scenario, models).Answer(scenario.World.Task!.HeldOut[0]);
    }

    private static Scenario Of(string url, string more) =>
        ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: endpoint
            task: digits
            miners:
              - { name: guessers, count: 1, strategy: random }
              - { name: mine, count: 1, model: external, external: { url: "{{url}}", {{more}} } }
            """
        );

    private void Serve()
    {
        try
        {
            while (true)
            {
                TcpClient client = _listener.AcceptTcpClient();
                _clients.Add(client);
                Reply(client.GetStream());
            }
        }
        catch (Exception e)
            when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Reply(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadLine() is not { } first)
        {
            // It did not wait for long enough to ask.
            return;
        }
        string path = first.Split(' ')[1];
        int length = 0;
        while (reader.ReadLine() is { Length: > 0 } header)
        {
            length = header.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)
                ? int.Parse(header[16..])
                : length;
        }
        char[] body = new char[length];
        reader.ReadBlock(body);
        (string Head, string Body)? reply = path switch
        {
            "/answer" or "/old" => ("200 OK", $$$"""{"id":{{{Id(body)}}},"answer":{"label":3}}"""),
            "/redirect" => ($"302 Found\r\nLocation: http://localhost:{Port}/followed", ""),
            "/garbage" => ("200 OK", "<html>"),
            "/followed" => ($"{200 + ++_followed} Followed", ""),
            _ => null,
        };
        if (reply is { } said)
        {
            stream.Write(
                Encoding.UTF8.GetBytes(
                    $"HTTP/{(path == "/old" ? "1.0" : "1.1")} {said.Head}\r\nContent-Length: {said.Body.Length}\r\n{(path == "/old" ? "" : "Connection: close\r\n")}\r\n{said.Body}"
                )
            );
        }
    }

    private static long Id(char[] body)
    {
        using JsonDocument message = JsonDocument.Parse(new string(body));
        return message.RootElement.GetProperty("id").GetInt64();
    }
}
