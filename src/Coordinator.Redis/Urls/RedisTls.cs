using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RingPerf.Coordination.Redis;

/// <summary>Whom a connection by TLS trusts, and what it shows of itself.</summary>
internal sealed class RedisTls
{
    private readonly X509Certificate2Collection? _trusted;
    private readonly X509Certificate2? _own;

    /// <summary>Reads the files that the URL names.</summary>
    /// <exception cref="BackendUrlException">A file cannot be read, or has no certificate or key.</exception>
    internal RedisTls(string? caFile, string? certificateFile, string? keyFile)
    {
        if (caFile is not null)
        {
            _trusted = Load(RedisOptionNames.SslCaCerts, caFile, ReadAuthorities);
        }

        if (certificateFile is not null)
        {
            _own = Load(
                RedisOptionNames.SslCertFile, certificateFile,
                file => X509Certificate2.CreateFromPemFile(file, keyFile ?? certificateFile));
        }
    }

    /// <summary>The options of a handshake, in which the server must prove to be the host by a trusted certificate.</summary>
    internal SslClientAuthenticationOptions For(string host)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (_own is not null)
        {
            options.ClientCertificates = [_own];
        }

        if (_trusted is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_trusted);
        }

        return options;
    }

    private static X509Certificate2Collection ReadAuthorities(string file)
    {
        X509Certificate2Collection authorities = [];
        authorities.ImportFromPemFile(file);
        return authorities.Count > 0 ? authorities : throw new CryptographicException("it has no certificate in PEM.");
    }

    private static T Load<T>(string option, string file, Func<string, T> load)
    {
        try
        {
            return load(file);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BackendUrlException($"The option '{option}' names '{file}', which cannot be used: {e.Message}");
        }
    }
}
