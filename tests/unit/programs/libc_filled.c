// expect -DCALL=SAFE: PASS, outcomes 1
// expect -DCALL=STAT: RACE, on about.st_dev
// expect -DCALL=CWD: RACE, on path
// expect -DCALL=REAL: RACE, on path
// expect -DCALL=UNAME: RACE, on machine.sysname
// expect -DCALL=PTIME: RACE, on day
// expect -DCALL=SWAB: RACE, on path
// expect -DCALL=WIDE: RACE, on letter
/* Functions of libc that fill what they are given, by two threads at once. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

enum { SAFE, STAT, CWD, REAL, UNAME, PTIME, SWAB, WIDE };

static struct stat about;
static char path[4096];
static struct utsname machine;
static struct tm day;
static wchar_t letter;

static void fill(void)
{
    switch (CALL) {
    case STAT:
        stat("/", &about);
        break;
    case CWD:
        if (!getcwd(path, sizeof path))
            abort();
        break;
    case REAL:
        if (!realpath("/", path))
            abort();
        break;
    case UNAME:
        uname(&machine);
        break;
    case PTIME:
        strptime("2024-05-06", "%Y-%m-%d", &day);
        break;
    case SWAB:
        swab("badc", path, 4);
        break;
    case WIDE:
        mbtowc(&letter, "a", 1);
        break;
    default:;
        struct stat own;
        char here[4096];
        stat("/", &own);
        if (!getcwd(here, sizeof here) || !S_ISDIR(own.st_mode))
            abort();
    }
}

int main(void)
{
    struct stat written;
    FILE *out = fopen("filled.txt", "w");
    fputs("12345", out);
    fclose(out);
    if (stat("filled.txt", &written) != 0 || written.st_size != 5 || !S_ISREG(written.st_mode))
        abort();
    remove("filled.txt");
    if (stat("filled.txt", &written) == 0)
        abort();
#pragma omp parallel num_threads(2)
    fill();
    return 0;
}
