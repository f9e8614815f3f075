using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simulator.Scenarios.Externals;

/// <summary>Asks an endpoint on this machine, over HTTP and without following it anywhere else.</summary>
/// <param name="url">Its address, on the local host.</param>
internal sealed class EndpointChannel(string url) : IExternalChannel
{
    // A server of HTTP/1.0 closes when it has replied; what is sent on that connection until then is lost.
    private readonly HttpClient _once = Client(TimeSpan.Zero);
    private readonly HttpClient _keeping = Client(Timeout.InfiniteTimeSpan);

    private readonly Uri _url = new(url);
    private bool _hasAnswered;
    private bool _keepsConnections;
    private int _timeOuts;

    /// <inheritdoc/>
    public byte[] Exchange(long id, string message, ExternalWaits waits)
    {
        if (_timeOuts == ExternalLimits.TimeOuts)
        {
            throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the endpoint is given up after {_timeOuts} questions in a row without a reply in time"
                )
            );
        }
        TimeSpan wait = _hasAnswered ? waits.Answer : waits.Answer + waits.Start;
        using CancellationTokenSource late = new(wait);
        try
        {
            byte[] reply = Post(message, late.Token).GetAwaiter().GetResult();
            _hasAnswered = true;
            return reply;
        }
        catch (OperationCanceledException e)
        {
            _timeOuts++;
            throw new ExternalFault(
                string.Create(CultureInfo.InvariantCulture, $"no answer within {wait.TotalSeconds} s"),
                e
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The outer message often is that an error occurred.
            throw new ExternalFault($"the endpoint cannot be asked: {e.GetBaseException().Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _once.Dispose();
        _keeping.Dispose();
    }

    private static HttpClient Client(TimeSpan connectionLifetime)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = connectionLifetime,
            ConnectCallback = ConnectToLoopback,
        };
        return new(handler, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = ExternalLimits.ReplyBytes,
        };
    }

    private async Task<byte[]> Post(string message, CancellationToken cancel)
    {
        using StringContent content = new(message, Encoding.UTF8, "application/json");
        HttpClient client = _keepsConnections ? _keeping : _once;
        using HttpResponseMessage response = await client
            .PostAsync(_url, content, cancel)
            .ConfigureAwait(false);
        (_keepsConnections, _timeOuts) = (response.Version >= HttpVersion.Version11, 0);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false)
            : throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the endpoint replied with status {(int)response.StatusCode}, not 200"
                )
            );
    }

    // Whatever a hosts file makes of the name 'localhost': the connection stays on this machine.
    private static async ValueTask<Stream> ConnectToLoopback(
        SocketsHttpConnectionContext context,
        CancellationToken cancel
    )
    {
        IPAddress[] addresses = context.DnsEndPoint.Host switch
        {
            "127.0.0.1" => [IPAddress.Loopback],
            "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
            _ => [IPAddress.IPv6Loopback],
        };
        for (int i = 0; ; i++)
        {
            Socket socket = new(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
            };
            try
            {
                await socket
                    .ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), cancel)
                    .ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
