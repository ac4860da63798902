using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RingPerf.Coordination.Tests.Urls;

/// <summary>What a client shows of itself.</summary>
public sealed class TlsFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ringperf-tls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ToOptions_FileHasWhatLeadsToTheRoot_ShowsItToo()
    {
        using ECDsa rootKey = Key();
        using ECDsa middleKey = Key();
        using ECDsa ownKey = Key();
        using X509Certificate2 root = Authority("root", rootKey, null, null);
        using X509Certificate2 middle = Authority("middle", middleKey, root, rootKey);
        using X509Certificate2 own = Issue(new CertificateRequest("CN=own", ownKey, HashAlgorithmName.SHA256), middle, middleKey);
        string file = Path.Combine(_folder, "own.pem");
        File.WriteAllText(file, $"{own.ExportCertificatePem()}\n{middle.ExportCertificatePem()}\n{ownKey.ExportPkcs8PrivateKeyPem()}\n");

        var context = TlsFiles.Load(BackendUrl.Parse($"redis://h?cert={file}"), "ca", "cert", "key").ToOptions().ClientCertificateContext!;

        Assert.Equal(own.Thumbprint, context.TargetCertificate.Thumbprint);
        Assert.Contains(context.IntermediateCertificates, shown => shown.Thumbprint == middle.Thumbprint);
    }

    [Theory]
    [InlineData("key=k", "The option 'key' needs the option 'cert' beside it.")]
    [InlineData("ca={0}", "The option 'ca' names '{0}', which cannot be used: it has no certificate in PEM")]
    [InlineData("cert={0}", "The option 'cert' names '{0}', which cannot be used: ")]
    [InlineData("cert={0}&key={0}", "The option 'cert' names '{0}', which cannot be used: ")]
    public void Load_FilesThatAreNoneOrNotWhole_NamesOptionAndFile(string query, string message)
    {
        string file = Path.Combine(_folder, "empty.pem");
        File.WriteAllText(file, "");

        var error = Assert.Throws<BackendUrlException>(
            () => TlsFiles.Load(BackendUrl.Parse($"redis://h?{string.Format(null, query, file)}"), "ca", "cert", "key"));

        Assert.StartsWith(string.Format(null, message, file), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToOptions_NothingGiven_TrustsTheSystemAndShowsNothing()
    {
        var options = TlsFiles.Load(BackendUrl.Parse("redis://h"), "ca", "cert", "key").ToOptions("host");

        Assert.Equal("host", options.TargetHost);
        Assert.Null(options.CertificateChainPolicy);
        Assert.Null(options.ClientCertificateContext);
    }

    private static ECDsa Key() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static X509Certificate2 Authority(string name, ECDsa key, X509Certificate2? issuer, ECDsa? issuerKey)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return issuer is null
            ? request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2))
            : Issue(request, issuer, issuerKey!);
    }

    private static X509Certificate2 Issue(CertificateRequest request, X509Certificate2 issuer, ECDsa issuerKey) => request.Create(
        issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(issuerKey), issuer.NotBefore, issuer.NotAfter, [1, 2, 3]);
}
