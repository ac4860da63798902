using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RingPerf.Coordination;

/// <summary>Whom a connection by TLS trusts and what it shows of itself, from the PEM files that options of a URL name.</summary>
public sealed class TlsFiles
{
    private readonly X509Certificate2Collection? _authorities;
    private readonly SslStreamCertificateContext? _own;

    private TlsFiles(X509Certificate2Collection? authorities, SslStreamCertificateContext? own)
    {
        _authorities = authorities;
        _own = own;
    }

    /// <summary>Reads the files.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="authorities">The option that names the certificates to trust; without it, the system's are trusted.</param>
    /// <param name="certificate">The option that names the client's certificate, and those that lead from it to a root; without it, none is shown.</param>
    /// <param name="key">The option that names its key; without it, the key is in the certificate's file.</param>
    /// <returns>What the files say, read once.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="BackendUrlException">A file cannot be read, or has no certificate or key; or there is a key without a certificate.</exception>
    public static TlsFiles Load(BackendUrl url, string authorities, string certificate, string key)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        if (url.GetOption(key) is not null && url.GetOption(certificate) is null)
        {
            throw new BackendUrlException($"The option '{key}' needs the option '{certificate}' beside it.");
        }

        return new TlsFiles(
            Read(url, authorities, Certificates), Read(url, certificate, file => Own(file, url.GetOption(key) ?? file)));
    }

    /// <summary>Options of one connection's handshake; a new object each time, since handlers change them.</summary>
    /// <param name="host">Who the server must prove to be; null where the client of the connection sets it.</param>
    /// <returns>Options without a check of revocation where the URL names whom to trust.</returns>
    public SslClientAuthenticationOptions ToOptions(string? host = null)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host, ClientCertificateContext = _own };
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

    private static X509Certificate2Collection Certificates(string file)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(file);
        return found.Count > 0 ? found : throw new CryptographicException("it has no certificate in PEM");
    }

    private static SslStreamCertificateContext Own(string file, string key)
    {
        using var pem = X509Certificate2.CreateFromPemFile(file, key);
        // Some platforms cannot use a key that was never in a store; a round trip through PKCS#12 gives one that all can.
        X509Certificate2 usable = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        // The server may know the root alone; what leads there follows the client's own certificate in its file, and is fetched from nowhere.
        return SslStreamCertificateContext.Create(usable, Certificates(file), offline: true);
    }

    private static T? Read<T>(BackendUrl url, string option, Func<string, T> read)
        where T : class
    {
        string? file = url.GetOption(option);
        try
        {
            return file is null ? null : read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new BackendUrlException($"The option '{option}' names '{file}', which cannot be used: {e.Message}");
        }
    }
}
