/* The peer of the network benchmark: libstrophe (0.12), as its own examples use it.
 *
 *   strophe JID PASSWORD HOST PORT CA_FILE [sm]
 *
 * Logs in with STARTTLS, the certificate verified, and says "bound". With "sm" it has stream management, as it has unless told otherwise. Then for each number on standard input: so many pings to
 * the server, one after the other, and a line with the time of each in nanoseconds. Ends with its input.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <strophe.h>

#define MOST_PINGS 10000

static xmpp_ctx_t *context;
static xmpp_conn_t *connection;
static const char *domain;
static int is_bound, is_over, left, done;
static long long began, times[MOST_PINGS];

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int on_answer(xmpp_conn_t *conn, xmpp_stanza_t *stanza, void *data);

static void ping(void)
{
    xmpp_stanza_t *iq = xmpp_iq_new(context, "get", "p");
    xmpp_stanza_t *payload = xmpp_stanza_new(context);
    xmpp_stanza_set_to(iq, domain);
    xmpp_stanza_set_name(payload, "ping");
    xmpp_stanza_set_ns(payload, "urn:xmpp:ping");
    xmpp_stanza_add_child_ex(iq, payload, 0);
    xmpp_id_handler_add(connection, on_answer, "p", NULL);
    began = now();
    xmpp_send(connection, iq);
    xmpp_stanza_release(iq);
}

static int on_answer(xmpp_conn_t *conn, xmpp_stanza_t *stanza, void *data)
{
    (void)conn, (void)stanza, (void)data;
    times[done++] = now() - began;
    left--;
    return 0;
}

static void on_connection(xmpp_conn_t *conn, xmpp_conn_event_t event, int error, xmpp_stream_error_t *stream_error, void *data)
{
    (void)conn, (void)error, (void)stream_error, (void)data;
    if (event == XMPP_CONN_CONNECT)
        is_bound = 1;
    else
        is_over = 1;
}

int main(int count, char **arguments)
{
    if (count < 6)
        return 2;
    xmpp_initialize();
    context = xmpp_ctx_new(NULL, NULL);
    connection = xmpp_conn_new(context);
    domain = xmpp_jid_domain(context, arguments[1]);
    xmpp_conn_set_flags(connection, XMPP_CONN_FLAG_MANDATORY_TLS | (count == 6 ? XMPP_CONN_FLAG_DISABLE_SM : 0));
    xmpp_conn_set_cafile(connection, arguments[5]);
    xmpp_conn_set_jid(connection, arguments[1]);
    xmpp_conn_set_pass(connection, arguments[2]);
    if (xmpp_connect_client(connection, arguments[3], (unsigned short)atoi(arguments[4]), on_connection, NULL) != XMPP_EOK)
        return 1;
    while (!is_bound && !is_over)
        xmpp_run_once(context, 1);
    if (is_over)
        return 1;
    puts("bound");
    fflush(stdout);

    char line[32];
    while (fgets(line, sizeof line, stdin) != NULL) {
        int pings = atoi(line);
        if (pings < 1 || pings > MOST_PINGS)
            return 2;
        done = 0;
        for (left = pings; left > 0 && !is_over;) {
            int before = left;
            ping();
            while (left == before && !is_over)
                xmpp_run_once(context, 1);
        }
        for (int i = 0; i < done; i++)
            printf(i > 0 ? " %lld" : "%lld", times[i]);
        putchar('\n');
        fflush(stdout);
    }

    xmpp_disconnect(connection);
    while (!is_over)
        xmpp_run_once(context, 1);
    return 0;
}
