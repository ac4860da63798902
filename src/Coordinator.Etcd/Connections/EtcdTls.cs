using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>Whom to trust and how to show who one is, from the files that tooz's options name.</summary>
internal sealed class EtcdTls
{
    private readonly X509Certificate2Collection? _authorities;
    private readonly SslStreamCertificateContext? _own;

    private EtcdTls(X509Certificate2Collection? authorities, SslStreamCertificateContext? own)
    {
        _authorities = authorities;
        _own = own;
    }

    /// <summary>Reads the files.</summary>
    /// <param name="authorities">Certificates to trust, PEM; the system's where null.</param>
    /// <param name="certificate">The client's certificate, PEM; none where null.</param>
    /// <param name="key">Its key, PEM.</param>
    /// <exception cref="BackendUrlException">A file cannot be read, or a certificate comes without its key.</exception>
    internal static EtcdTls Load(string? authorities, string? certificate, string? key)
    {
        if (certificate is null != key is null)
        {
            throw new BackendUrlException("The options 'cert_cert' and 'cert_key' belong together; the URL has only one of them.");
        }

        return new EtcdTls(
            authorities is null ? null : Read("ca_cert", authorities, Authorities),
            certificate is null ? null : Read("cert_cert", certificate, file => Own(file, key!)));
    }

    /// <summary>Options for one connection's handshake; a new object each time, since handlers change them.</summary>
    internal SslClientAuthenticationOptions ToOptions()
    {
        var options = new SslClientAuthenticationOptions { ClientCertificateContext = _own };
        if (_authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_authorities);
        }

        return options;
    }

    private static X509Certificate2Collection Authorities(string file)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(file);
        return found.Count > 0 ? found : throw new CryptographicException("it holds no certificate");
    }

    private static SslStreamCertificateContext Own(string file, string key)
    {
        using var pem = X509Certificate2.CreateFromPemFile(file, key);
        // Some platforms cannot use a key that was never in a store; a round trip through PKCS#12 gives one that all can.
        X509Certificate2 usable = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        return SslStreamCertificateContext.Create(usable, null);
    }

    private static T Read<T>(string option, string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new BackendUrlException($"The option '{option}' names '{file}', which cannot be used: {e.Message}");
        }
    }
}
