using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>A connection that blocks its caller's thread and asks nothing of the thread pool.</summary>
/// <remarks>For one caller at a time; <see cref="Dispose"/> may be called meanwhile, and ends a read under way.</remarks>
internal sealed class RespConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly RespReader _reader;

    private RespConnection(Socket socket, Stream stream)
    {
        _socket = socket;
        _stream = stream;
        _reader = new RespReader(stream);
    }

    /// <summary>Connects, and shows the credentials where there are any.</summary>
    /// <param name="address">The server.</param>
    /// <param name="credentials">What to show it.</param>
    /// <param name="tls">TLS; null for none.</param>
    /// <param name="connectTimeout">The longest that connecting to one address takes.</param>
    /// <param name="answerTimeout">The longest that each answer takes.</param>
    /// <exception cref="IOException">The server cannot be reached, or does not speak RESP.</exception>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">TLS failed.</exception>
    /// <exception cref="RespErrorException">The server refuses the credentials.</exception>
    internal static RespConnection Open(
        RedisAddress address, RedisCredentials credentials, TlsFiles? tls, TimeSpan connectTimeout, TimeSpan answerTimeout)
    {
        Socket socket = Connect(address.ToEndPoint(), SocketTime.Milliseconds(connectTimeout));
        try
        {
            socket.SendTimeout = socket.ReceiveTimeout = SocketTime.Milliseconds(answerTimeout);
            Stream stream = new NetworkStream(socket);
            if (tls is not null)
            {
                var secure = new SslStream(stream);
                secure.AuthenticateAsClient(tls.ToOptions(address.Host));
                stream = secure;
            }

            var connection = new RespConnection(socket, stream);
            connection.Authenticate(credentials);
            return connection;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    internal byte[][]? Ask(params ReadOnlySpan<byte[]> command)
    {
        var message = new ArrayBufferWriter<byte>();
        WriteLine(message, '*', command.Length);
        foreach (byte[] part in command)
        {
            WriteLine(message, '$', part.Length);
            message.Write(part);
            message.Write("\r\n"u8);
        }

        _stream.Write(message.WrittenSpan);
        _stream.Flush();
        return _reader.Read();
    }

    public void Dispose() => _socket.Dispose();

    private static Socket Connect(EndPoint endPoint, int milliseconds)
    {
        if (endPoint is not DnsEndPoint name)
        {
            return ConnectTo(endPoint, milliseconds);
        }

        // The one step without a deadline of its own: the resolver has its own.
        SocketException? last = null;
        foreach (IPAddress address in Dns.GetHostAddresses(name.Host))
        {
            try
            {
                return ConnectTo(new IPEndPoint(address, name.Port), milliseconds);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static Socket ConnectTo(EndPoint endPoint, int milliseconds)
    {
        bool isUnix = endPoint.AddressFamily == AddressFamily.Unix;
        var socket = new Socket(
            endPoint.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp)
        {
            // A blocking connect obeys the timeout of sends.
            SendTimeout = milliseconds,
        };
        try
        {
            if (!isUnix)
            {
                socket.NoDelay = true;
            }

            socket.Connect(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void WriteLine(ArrayBufferWriter<byte> message, char kind, int number)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{kind}{number}\r\n");
        message.Write(Encoding.ASCII.GetBytes(line));
    }

    private void Authenticate(RedisCredentials credentials)
    {
        if (credentials.Password is not { } password)
        {
            return;
        }

        byte[] secret = Encoding.UTF8.GetBytes(password);
        if (credentials.User is { } user)
        {
            Ask([.. "AUTH"u8], Encoding.UTF8.GetBytes(user), secret);
        }
        else
        {
            Ask([.. "AUTH"u8], secret);
        }
    }
}
