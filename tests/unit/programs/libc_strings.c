// expect: PASS
// Each function of <string.h> gives what libc gives.
#define _GNU_SOURCE
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <stdlib.h>

static void copies(void)
{
    char a[32] = "four cores", b[32];
    assert(memccpy(b, a, ' ', sizeof b) == b + 5);
    assert(stpcpy(b, a) == b + 10 && strcmp(a, b) == 0);
    assert(strncpy(b, "one seat", 3) == b && memcmp(b, "oner", 4) == 0);
    assert(strncat(strcpy(b, "one"), " seat", 2) == b);
    assert(strcmp(b, "one s") == 0 && strnlen(b, 3) == 3);
    assert(memmove(a + 1, a, 4) == a + 1 && strcmp(a, "ffourcores") == 0);
    assert(mempcpy(b, "xy", 2) == b + 2 && b[2] == 'e');
    assert(strxfrm(b, "abc", sizeof b) == 3);
    char *copy = strndup("tickets", 4);
    assert(strcmp(copy, "tick") == 0);
    free(copy);
}

static void searches(void)
{
    const char *text = "a,b;c";
    assert(memchr(text, ';', 5) == text + 3);
    assert(memrchr(text, ',', 5) == text + 1);
    assert(strpbrk(text, ";,") == text + 1 && strspn(text, "ab,") == 3);
    assert(strcspn(text, ";") == 3 && strchrnul(text, 'z') == text + 5);
    assert(strrchr(text, 'c') == text + 4 && index(text, ',') == text + 1);
    assert(strstr(text, "b;") == text + 2 && !strstr(text, "bc"));
    assert(strcasestr(text, "B;") == text + 2);
    assert(memmem(text, 5, ";c", 2) == text + 3);
    assert(strcasecmp("SEAT", "seat") == 0);
    assert(strncasecmp("SEATs", "seatx", 4) == 0);
    assert(strcoll("a", "b") < 0 && strncmp("ab", "ac", 1) == 0);
}

static void words(void)
{
    char text[] = "one two  three", *rest, *at = text;
    assert(strcmp(strtok_r(text, " ", &rest), "one") == 0);
    assert(strcmp(strtok_r(NULL, " ", &rest), "two") == 0);
    assert(strcmp(strtok_r(NULL, " ", &rest), "three") == 0);
    assert(!strtok_r(NULL, " ", &rest));
    char list[] = "a::b";
    at = list;
    assert(strcmp(strsep(&at, ":"), "a") == 0);
    assert(strcmp(strsep(&at, ":"), "") == 0);
    assert(strcmp(strsep(&at, ":"), "b") == 0 && !at);
    assert(isalpha('x') && !isdigit('x') && toupper('x') == 'X');
}

int main(void)
{
    copies();
    searches();
    words();
    return 0;
}
