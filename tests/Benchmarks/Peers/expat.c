/* The peer of the tokenizer benchmark: expat, every name, value and text visited.
 *
 *   expat FILE CHUNK [ns]
 *
 * Reads the file and says "ready". With "ns" namespaces are resolved. Then for each number on standard input: so many passes over the file,
 * CHUNK bytes at a time, and a line with the processor time of all of them in nanoseconds and how many bytes of memory were asked for (not
 * counted: 0). Ends with its input.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <expat.h>

static unsigned seen;

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    (void)data;
    seen += strlen(name);
    for (; *attributes != NULL; attributes++)
        seen += strlen(*attributes);
}

static void on_end(void *data, const XML_Char *name)
{
    (void)data;
    seen += (unsigned char)*name;
}

static void on_text(void *data, const XML_Char *text, int length)
{
    (void)data;
    seen += (unsigned char)*text + length;
}

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **arguments)
{
    FILE *file;
    if (count < 3 || (file = fopen(arguments[1], "rb")) == NULL)
        return 2;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *bytes = malloc(length);
    if (bytes == NULL || fread(bytes, 1, length, file) != (size_t)length)
        return 2;
    int chunk = atoi(arguments[2]);
    puts("ready");
    fflush(stdout);

    char line[32];
    while (fgets(line, sizeof line, stdin) != NULL) {
        long long began = now();
        for (int pass = atoi(line); pass > 0; pass--) {
            XML_Parser parser = count > 3 ? XML_ParserCreateNS(NULL, '|') : XML_ParserCreate(NULL);
            XML_SetElementHandler(parser, on_start, on_end);
            XML_SetCharacterDataHandler(parser, on_text);
            for (long at = 0; at < length; at += chunk) {
                int piece = length - at < chunk ? (int)(length - at) : chunk;
                if (XML_Parse(parser, bytes + at, piece, at + piece == length) != XML_STATUS_OK)
                    return 1;
            }
            XML_ParserFree(parser);
        }
        printf("%lld 0\n", now() - began);
        fflush(stdout);
    }
    return seen == 0;
}
