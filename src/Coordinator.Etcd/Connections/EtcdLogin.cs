using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>Exchanges user and password for the token that etcd wants with each call, where the URL has them.</summary>
/// <param name="user">The user; null for none.</param>
/// <param name="password">The password.</param>
[SuppressMessage("Design", "CA1001", Justification = "A call that a dispose overtakes still uses it, and it owns no handle.")]
internal sealed class EtcdLogin(string? user, string? password)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Ticket? _ticket;

    /// <summary>The token of the last login, if there was one.</summary>
    internal string? Known => _ticket?.Token;

    /// <summary>The token to send.</summary>
    /// <returns>Null without a user, and where etcd's authentication is switched off.</returns>
    internal async ValueTask<string?> TokenAsync(EtcdClients clients, CancellationToken cancellationToken)
    {
        if (user is null || _ticket is { } known)
        {
            return _ticket?.Token;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _ticket ??= new Ticket(await AuthenticateAsync(clients, cancellationToken).ConfigureAwait(false));
            return _ticket.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets a token that etcd no longer takes, such as one from before a restart.</summary>
    /// <returns>False where the error has another reason, or there is no other token to be had.</returns>
    internal bool Forget(string? token, RpcException error)
    {
        bool refused = user is not null && (error.StatusCode == StatusCode.Unauthenticated
            || (error.StatusCode == StatusCode.InvalidArgument
                && (error.Status.Detail.Contains("user name is empty", StringComparison.Ordinal)
                    || error.Status.Detail.Contains("auth store is old", StringComparison.Ordinal))));
        if (refused && _ticket?.Token == token)
        {
            _ticket = null;
        }

        return refused;
    }

    private async Task<string?> AuthenticateAsync(EtcdClients clients, CancellationToken cancellationToken)
    {
        try
        {
            var request = new AuthenticateRequest { Name = user, Password = password };
            AuthenticateResponse answer =
                await clients.Auth.AuthenticateAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false);
            return answer.Token;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            // Authentication is switched off; etcd's own client goes on without a token too.
            return null;
        }
    }

    private sealed record Ticket(string? Token);
}
