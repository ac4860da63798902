using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>An authority and what it signed, as files.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Certificates()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 authority = NewAuthority(authorityKey);
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 other = NewAuthority(otherKey);
        File.WriteAllText(OtherAuthority, other.ExportCertificatePem());
        Sign(authority, "server");
        Sign(authority, "client");
    }

    internal static Certificates Create() => new();

    internal string Authority => _folder["authority.pem"];

    /// <summary>An authority that signed nothing.</summary>
    internal string OtherAuthority => _folder["other.pem"];

    internal (string Certificate, string Key) Server => (_folder["server.pem"], _folder["server.key"]);

    internal (string Certificate, string Key) Client => (_folder["client.pem"], _folder["client.key"]);

    public void Dispose() => _folder.Dispose();

    private static X509Certificate2 NewAuthority(ECDsa key)
    {
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private void Sign(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 signed = request.Create(
            authority, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddHours(1), RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(_folder[$"{name}.pem"], signed.ExportCertificatePem());
        File.WriteAllText(_folder[$"{name}.key"], key.ExportPkcs8PrivateKeyPem());
    }
}
