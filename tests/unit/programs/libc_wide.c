// expect: PASS, outcomes 1
// expect -DRACE: RACE, on line
// expect -DINPUT: PASS, outcomes 1, input äb 12
/* Wide characters: what is printed is converted, and wide strings are ranges. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static wchar_t line[20];

#ifdef INPUT
static void read_some(void)
{
    wint_t first = getwchar();
    ungetwc(first, stdin);
    wchar_t word[20];
    if (!fgetws(word, 20, stdin) || wcslen(word) != 6 || wcstol(word + 3, NULL, 10) != 12)
        abort();
    fputws(word, stdout);
}
#endif

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
#ifdef INPUT
    read_some();
#endif
#pragma omp parallel num_threads(2)
    {
        wchar_t own[20];
        swprintf(own, 20, L"%ls%d", L"\u00e4", 7);
#pragma omp critical
        wprintf(L"%ls %s %lc\n", own, "text", L'\u00e9');
#ifdef RACE
        wcscpy(line, own);
#else
#pragma omp single
        wcscpy(line, own);
#endif
    }
    wchar_t *copy = wcsdup(line);
    char narrow[40];
    if (wcstombs(narrow, copy, sizeof narrow) != 3)
        abort();
    free(copy);
    putwchar(L'\n');
    return 0;
}
