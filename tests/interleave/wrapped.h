/* wrapped.h - the libc functions that the runtime answers itself.
 *
 * A program is linked with `--wrap=NAME` for each, so that its calls reach
 * __wrap_NAME in libc*.c: memory and string functions report the ranges that
 * they touch, streams and generators are steps on shared state, files and time
 * are virtual, and a heap of one execution ends with it. What is not here goes
 * to libc itself: functions of numbers and characters, which touch nothing.
 *
 * Second column: may a graded submission call it? SAFE, or REFUSED (an exercise
 * that needs it says so with .allow). Third column, for REFUSED: what to tell
 * the learner.
 */
#ifndef INTERLEAVE_WRAPPED_H
#define INTERLEAVE_WRAPPED_H

#define NO_CLOCK "what is graded must not depend on the clock"
#define NO_SLEEP "sleeping orders nothing: the other thread may be slower still"
#define NO_EXIT "it would end the check together with your code; return instead"
#define NO_END "your code is one part of a program and not its end"
#define NO_FILES "what is graded reads and writes no files"
#define NO_INPUT "there is nothing to read: what your functions need, they are given"
#define NO_THREADS "threads come from OpenMP here"
#define NO_LOCKS "locks come from OpenMP here"
#define NO_PROCESS "an exercise is one process"
#define NO_SIGNALS "signals belong to the check"
#define NO_JUMPS "jumping out of a parallel region is not allowed by OpenMP either"
#define NO_ENVIRONMENT "what is graded must not depend on the environment"
#define NO_HIDDEN "it keeps a state of its own that all threads share"

/* Memory and strings: compiled as calls (-fno-builtin-NAME), or some are not seen. */
#define WRAPPED_MEMORY(X)                                                                          \
    X(malloc, SAFE, "")                                                                            \
    X(calloc, SAFE, "")                                                                            \
    X(realloc, SAFE, "")                                                                           \
    X(reallocarray, SAFE, "")                                                                      \
    X(free, SAFE, "")                                                                              \
    X(aligned_alloc, SAFE, "")                                                                     \
    X(memalign, SAFE, "")                                                                          \
    X(valloc, SAFE, "")                                                                            \
    X(posix_memalign, SAFE, "")                                                                    \
    X(mmap, REFUSED, NO_PROCESS)                                                                   \
    X(mmap64, REFUSED, NO_PROCESS)                                                                 \
    X(munmap, REFUSED, NO_PROCESS)                                                                 \
    X(madvise, REFUSED, NO_PROCESS)                                                                \
    X(mprotect, REFUSED, NO_PROCESS)                                                               \
    X(msync, REFUSED, NO_PROCESS)                                                                  \
    X(mlock, REFUSED, NO_PROCESS)                                                                  \
    X(munlock, REFUSED, NO_PROCESS)                                                                \
    X(malloc_usable_size, SAFE, "")                                                                \
    X(memcpy, SAFE, "")                                                                            \
    X(mempcpy, SAFE, "")                                                                           \
    X(memccpy, SAFE, "")                                                                           \
    X(memmove, SAFE, "")                                                                           \
    X(memset, SAFE, "")                                                                            \
    X(memcmp, SAFE, "")                                                                            \
    X(memchr, SAFE, "")                                                                            \
    X(memrchr, SAFE, "")                                                                           \
    X(rawmemchr, SAFE, "")                                                                         \
    X(memmem, SAFE, "")                                                                            \
    X(bcopy, SAFE, "")                                                                             \
    X(bzero, SAFE, "")                                                                             \
    X(explicit_bzero, SAFE, "")                                                                    \
    X(bcmp, SAFE, "")                                                                              \
    X(index, SAFE, "")                                                                             \
    X(rindex, SAFE, "")                                                                            \
    X(strlen, SAFE, "")                                                                            \
    X(strnlen, SAFE, "")                                                                           \
    X(strcpy, SAFE, "")                                                                            \
    X(strncpy, SAFE, "")                                                                           \
    X(stpcpy, SAFE, "")                                                                            \
    X(stpncpy, SAFE, "")                                                                           \
    X(strcat, SAFE, "")                                                                            \
    X(strncat, SAFE, "")                                                                           \
    X(strcmp, SAFE, "")                                                                            \
    X(strncmp, SAFE, "")                                                                           \
    X(strcasecmp, SAFE, "")                                                                        \
    X(strncasecmp, SAFE, "")                                                                       \
    X(swab, SAFE, "")                                                                              \
    X(memfrob, SAFE, "")                                                                           \
    X(strcoll, SAFE, "")                                                                           \
    X(strxfrm, SAFE, "")                                                                           \
    X(strchr, SAFE, "")                                                                            \
    X(strchrnul, SAFE, "")                                                                         \
    X(strrchr, SAFE, "")                                                                           \
    X(strstr, SAFE, "")                                                                            \
    X(strcasestr, SAFE, "")                                                                        \
    X(strspn, SAFE, "")                                                                            \
    X(strcspn, SAFE, "")                                                                           \
    X(strpbrk, SAFE, "")                                                                           \
    X(strsep, SAFE, "")                                                                            \
    X(strtok, SAFE, "")                                                                            \
    X(strtok_r, SAFE, "")                                                                          \
    X(strdup, SAFE, "")                                                                            \
    X(strndup, SAFE, "")                                                                           \
    X(frexp, SAFE, "")                                                                             \
    X(frexpf, SAFE, "")                                                                            \
    X(frexpl, SAFE, "")                                                                            \
    X(modf, SAFE, "")                                                                              \
    X(modff, SAFE, "")                                                                             \
    X(modfl, SAFE, "")                                                                             \
    X(remquo, SAFE, "")                                                                            \
    X(remquof, SAFE, "")                                                                           \
    X(remquol, SAFE, "")                                                                           \
    X(sincos, SAFE, "")                                                                            \
    X(sincosf, SAFE, "")                                                                           \
    X(sincosl, SAFE, "")

/* Numbers from text, sorting, searching. */
#define WRAPPED_NUMBERS(X)                                                                         \
    X(atoi, SAFE, "")                                                                              \
    X(atol, SAFE, "")                                                                              \
    X(atoll, SAFE, "")                                                                             \
    X(atof, SAFE, "")                                                                              \
    X(strtol, SAFE, "")                                                                            \
    X(strtoll, SAFE, "")                                                                           \
    X(strtoul, SAFE, "")                                                                           \
    X(strtoull, SAFE, "")                                                                          \
    X(strtoimax, SAFE, "")                                                                         \
    X(strtoumax, SAFE, "")                                                                         \
    X(strtod, SAFE, "")                                                                            \
    X(strtof, SAFE, "")                                                                            \
    X(strtold, SAFE, "")                                                                           \
    X(__isoc23_strtol, SAFE, "")                                                                   \
    X(__isoc23_strtoll, SAFE, "")                                                                  \
    X(__isoc23_strtoul, SAFE, "")                                                                  \
    X(__isoc23_strtoull, SAFE, "")                                                                 \
    X(qsort, SAFE, "")                                                                             \
    X(qsort_r, SAFE, "")                                                                           \
    X(__errno_location, SAFE, "")

#define WRAPPED_STREAMS(X)                                                                         \
    X(printf, SAFE, "")                                                                            \
    X(vprintf, SAFE, "")                                                                           \
    X(puts, SAFE, "")                                                                              \
    X(putchar, SAFE, "")                                                                           \
    X(putchar_unlocked, SAFE, "")                                                                  \
    X(fputs, SAFE, "")                                                                             \
    X(fputs_unlocked, SAFE, "")                                                                    \
    X(fputc, SAFE, "")                                                                             \
    X(fputc_unlocked, SAFE, "")                                                                    \
    X(putc, SAFE, "")                                                                              \
    X(putc_unlocked, SAFE, "")                                                                     \
    X(_IO_putc, SAFE, "")                                                                          \
    X(fprintf, SAFE, "")                                                                           \
    X(vfprintf, SAFE, "")                                                                          \
    X(dprintf, REFUSED, NO_FILES)                                                                  \
    X(vdprintf, REFUSED, NO_FILES)                                                                 \
    X(fwrite, SAFE, "")                                                                            \
    X(fwrite_unlocked, SAFE, "")                                                                   \
    X(fflush, SAFE, "")                                                                            \
    X(fflush_unlocked, SAFE, "")                                                                   \
    X(perror, SAFE, "")                                                                            \
    X(sprintf, SAFE, "")                                                                           \
    X(vsprintf, SAFE, "")                                                                          \
    X(snprintf, SAFE, "")                                                                          \
    X(vsnprintf, SAFE, "")                                                                         \
    X(asprintf, SAFE, "")                                                                          \
    X(vasprintf, SAFE, "")                                                                         \
    X(warn, REFUSED, NO_END)                                                                       \
    X(warnx, REFUSED, NO_END)                                                                      \
    X(err, REFUSED, NO_EXIT)                                                                       \
    X(errx, REFUSED, NO_EXIT)                                                                      \
    X(error, REFUSED, NO_EXIT)

#define WRAPPED_INPUT(X)                                                                           \
    X(scanf, REFUSED, NO_INPUT)                                                                    \
    X(vscanf, REFUSED, NO_INPUT)                                                                   \
    X(fscanf, REFUSED, NO_INPUT)                                                                   \
    X(vfscanf, REFUSED, NO_INPUT)                                                                  \
    X(sscanf, SAFE, "")                                                                            \
    X(vsscanf, SAFE, "")                                                                           \
    X(__isoc99_scanf, REFUSED, NO_INPUT)                                                           \
    X(__isoc99_vscanf, REFUSED, NO_INPUT)                                                          \
    X(__isoc99_fscanf, REFUSED, NO_INPUT)                                                          \
    X(__isoc99_vfscanf, REFUSED, NO_INPUT)                                                         \
    X(__isoc99_sscanf, SAFE, "")                                                                   \
    X(__isoc99_vsscanf, SAFE, "")                                                                  \
    X(__isoc23_scanf, REFUSED, NO_INPUT)                                                           \
    X(__isoc23_vscanf, REFUSED, NO_INPUT)                                                          \
    X(__isoc23_fscanf, REFUSED, NO_INPUT)                                                          \
    X(__isoc23_vfscanf, REFUSED, NO_INPUT)                                                         \
    X(__isoc23_sscanf, SAFE, "")                                                                   \
    X(__isoc23_vsscanf, SAFE, "")                                                                  \
    X(getchar, REFUSED, NO_INPUT)                                                                  \
    X(getchar_unlocked, REFUSED, NO_INPUT)                                                         \
    X(gets, REFUSED, NO_INPUT)                                                                     \
    X(fgetc, REFUSED, NO_INPUT)                                                                    \
    X(fgetc_unlocked, REFUSED, NO_INPUT)                                                           \
    X(getc, REFUSED, NO_INPUT)                                                                     \
    X(getc_unlocked, REFUSED, NO_INPUT)                                                            \
    X(_IO_getc, REFUSED, NO_INPUT)                                                                 \
    X(ungetc, REFUSED, NO_INPUT)                                                                   \
    X(fgets, REFUSED, NO_INPUT)                                                                    \
    X(fgets_unlocked, REFUSED, NO_INPUT)                                                           \
    X(getline, REFUSED, NO_INPUT)                                                                  \
    X(getdelim, REFUSED, NO_INPUT)                                                                 \
    X(__getdelim, REFUSED, NO_INPUT)                                                               \
    X(fread, REFUSED, NO_INPUT)                                                                    \
    X(fread_unlocked, REFUSED, NO_INPUT)                                                           \
    X(read, REFUSED, NO_INPUT)

#define WRAPPED_FILES(X)                                                                           \
    X(pread, REFUSED, NO_FILES)                                                                    \
    X(pread64, REFUSED, NO_FILES)                                                                  \
    X(pwrite, REFUSED, NO_FILES)                                                                   \
    X(pwrite64, REFUSED, NO_FILES)                                                                 \
    X(fopen, REFUSED, NO_FILES)                                                                    \
    X(fopen64, REFUSED, NO_FILES)                                                                  \
    X(fdopen, REFUSED, NO_FILES)                                                                   \
    X(freopen, REFUSED, NO_FILES)                                                                  \
    X(freopen64, REFUSED, NO_FILES)                                                                \
    X(fmemopen, REFUSED, NO_FILES)                                                                 \
    X(open_memstream, REFUSED, NO_FILES)                                                           \
    X(tmpfile, REFUSED, NO_FILES)                                                                  \
    X(tmpfile64, REFUSED, NO_FILES)                                                                \
    X(fclose, REFUSED, NO_FILES)                                                                   \
    X(fseek, REFUSED, NO_FILES)                                                                    \
    X(fseeko, REFUSED, NO_FILES)                                                                   \
    X(fseeko64, REFUSED, NO_FILES)                                                                 \
    X(ftell, REFUSED, NO_FILES)                                                                    \
    X(ftello, REFUSED, NO_FILES)                                                                   \
    X(ftello64, REFUSED, NO_FILES)                                                                 \
    X(rewind, REFUSED, NO_FILES)                                                                   \
    X(fgetpos, REFUSED, NO_FILES)                                                                  \
    X(fsetpos, REFUSED, NO_FILES)                                                                  \
    X(feof, REFUSED, NO_FILES)                                                                     \
    X(feof_unlocked, REFUSED, NO_FILES)                                                            \
    X(ferror, REFUSED, NO_FILES)                                                                   \
    X(ferror_unlocked, REFUSED, NO_FILES)                                                          \
    X(clearerr, REFUSED, NO_FILES)                                                                 \
    X(fileno, REFUSED, NO_FILES)                                                                   \
    X(setvbuf, SAFE, "")                                                                           \
    X(setbuf, SAFE, "")                                                                            \
    X(setbuffer, SAFE, "")                                                                         \
    X(setlinebuf, SAFE, "")                                                                        \
    X(flockfile, REFUSED, NO_LOCKS)                                                                \
    X(ftrylockfile, REFUSED, NO_LOCKS)                                                             \
    X(funlockfile, REFUSED, NO_LOCKS)                                                              \
    X(remove, REFUSED, NO_FILES)                                                                   \
    X(unlink, REFUSED, NO_FILES)                                                                   \
    X(rename, REFUSED, NO_FILES)                                                                   \
    X(stat, REFUSED, NO_FILES)                                                                     \
    X(stat64, REFUSED, NO_FILES)                                                                   \
    X(lstat, REFUSED, NO_FILES)                                                                    \
    X(lstat64, REFUSED, NO_FILES)                                                                  \
    X(fstat, REFUSED, NO_FILES)                                                                    \
    X(fstat64, REFUSED, NO_FILES)                                                                  \
    X(getcwd, REFUSED, NO_FILES)                                                                   \
    X(realpath, REFUSED, NO_FILES)                                                                 \
    X(readlink, REFUSED, NO_FILES)                                                                 \
    X(access, REFUSED, NO_FILES)                                                                   \
    X(tmpnam, REFUSED, NO_FILES)                                                                   \
    X(mkstemp, REFUSED, NO_FILES)                                                                  \
    X(open, REFUSED, NO_FILES)                                                                     \
    X(open64, REFUSED, NO_FILES)                                                                   \
    X(creat, REFUSED, NO_FILES)                                                                    \
    X(close, REFUSED, NO_FILES)                                                                    \
    X(write, REFUSED, NO_FILES)                                                                    \
    X(lseek, REFUSED, NO_FILES)                                                                    \
    X(lseek64, REFUSED, NO_FILES)                                                                  \
    X(fsync, REFUSED, NO_FILES)                                                                    \
    X(ftruncate, REFUSED, NO_FILES)                                                                \
    X(isatty, REFUSED, NO_FILES)

/* Generators and other functions with a hidden state. */
#define WRAPPED_HIDDEN(X)                                                                          \
    X(rand, SAFE, "")                                                                              \
    X(srand, SAFE, "")                                                                             \
    X(random, SAFE, "")                                                                            \
    X(srandom, SAFE, "")                                                                           \
    X(initstate, REFUSED, NO_HIDDEN)                                                               \
    X(setstate, REFUSED, NO_HIDDEN)                                                                \
    X(rand_r, SAFE, "")                                                                            \
    X(random_r, SAFE, "")                                                                          \
    X(srandom_r, SAFE, "")                                                                         \
    X(initstate_r, SAFE, "")                                                                       \
    X(drand48, REFUSED, NO_HIDDEN)                                                                 \
    X(lrand48, REFUSED, NO_HIDDEN)                                                                 \
    X(mrand48, REFUSED, NO_HIDDEN)                                                                 \
    X(srand48, REFUSED, NO_HIDDEN)                                                                 \
    X(seed48, REFUSED, NO_HIDDEN)                                                                  \
    X(lcong48, REFUSED, NO_HIDDEN)                                                                 \
    X(erand48, SAFE, "")                                                                           \
    X(nrand48, SAFE, "")                                                                           \
    X(jrand48, SAFE, "")                                                                           \
    X(drand48_r, SAFE, "")                                                                         \
    X(lrand48_r, SAFE, "")                                                                         \
    X(mrand48_r, SAFE, "")                                                                         \
    X(srand48_r, SAFE, "")                                                                         \
    X(erand48_r, SAFE, "")                                                                         \
    X(strerror, SAFE, "")                                                                          \
    X(strerror_r, SAFE, "")                                                                        \
    X(__xpg_strerror_r, SAFE, "")                                                                  \
    X(strsignal, REFUSED, NO_HIDDEN)                                                               \
    X(regcomp, REFUSED, NO_HIDDEN)                                                                 \
    X(regexec, REFUSED, NO_HIDDEN)                                                                 \
    X(regfree, REFUSED, NO_HIDDEN)                                                                 \
    X(tsearch, REFUSED, NO_HIDDEN)                                                                 \
    X(tdelete, REFUSED, NO_HIDDEN)                                                                 \
    X(tfind, REFUSED, NO_HIDDEN)                                                                   \
    X(tdestroy, REFUSED, NO_HIDDEN)                                                                \
    X(hcreate, REFUSED, NO_HIDDEN)                                                                 \
    X(hsearch, REFUSED, NO_HIDDEN)                                                                 \
    X(hdestroy, REFUSED, NO_HIDDEN)                                                                \
    X(opendir, REFUSED, NO_FILES)                                                                  \
    X(fdopendir, REFUSED, NO_FILES)                                                                \
    X(readdir, REFUSED, NO_FILES)                                                                  \
    X(readdir64, REFUSED, NO_FILES)                                                                \
    X(rewinddir, REFUSED, NO_FILES)                                                                \
    X(closedir, REFUSED, NO_FILES)                                                                 \
    X(scandir, REFUSED, NO_FILES)                                                                  \
    X(scandir64, REFUSED, NO_FILES)                                                                \
    X(glob, REFUSED, NO_FILES)                                                                     \
    X(glob64, REFUSED, NO_FILES)                                                                   \
    X(globfree, REFUSED, NO_FILES)                                                                 \
    X(globfree64, REFUSED, NO_FILES)                                                               \
    X(iconv_open, REFUSED, NO_HIDDEN)                                                              \
    X(iconv_close, REFUSED, NO_HIDDEN)                                                             \
    X(newlocale, REFUSED, NO_HIDDEN)                                                               \
    X(freelocale, REFUSED, NO_HIDDEN)                                                              \
    X(getopt, REFUSED, NO_INPUT)                                                                   \
    X(getopt_long, REFUSED, NO_INPUT)                                                              \
    X(getopt_long_only, REFUSED, NO_INPUT)                                                         \
    X(setlocale, REFUSED, NO_HIDDEN)                                                               \
    X(localeconv, REFUSED, NO_HIDDEN)                                                              \
    X(getenv, REFUSED, NO_ENVIRONMENT)                                                             \
    X(secure_getenv, REFUSED, NO_ENVIRONMENT)                                                      \
    X(setenv, REFUSED, NO_ENVIRONMENT)                                                             \
    X(unsetenv, REFUSED, NO_ENVIRONMENT)                                                           \
    X(putenv, REFUSED, NO_ENVIRONMENT)                                                             \
    X(clearenv, REFUSED, NO_ENVIRONMENT)

#define WRAPPED_TIME(X)                                                                            \
    X(time, REFUSED, NO_CLOCK)                                                                     \
    X(clock, REFUSED, NO_CLOCK)                                                                    \
    X(clock_gettime, REFUSED, NO_CLOCK)                                                            \
    X(clock_getres, REFUSED, NO_CLOCK)                                                             \
    X(timespec_get, REFUSED, NO_CLOCK)                                                             \
    X(gettimeofday, REFUSED, NO_CLOCK)                                                             \
    X(times, REFUSED, NO_CLOCK)                                                                    \
    X(getrusage, REFUSED, NO_CLOCK)                                                                \
    X(localtime, REFUSED, NO_CLOCK)                                                                \
    X(gmtime, REFUSED, NO_CLOCK)                                                                   \
    X(localtime_r, REFUSED, NO_CLOCK)                                                              \
    X(gmtime_r, REFUSED, NO_CLOCK)                                                                 \
    X(asctime, REFUSED, NO_CLOCK)                                                                  \
    X(asctime_r, REFUSED, NO_CLOCK)                                                                \
    X(ctime, REFUSED, NO_CLOCK)                                                                    \
    X(ctime_r, REFUSED, NO_CLOCK)                                                                  \
    X(strftime, REFUSED, NO_CLOCK)                                                                 \
    X(strptime, REFUSED, NO_CLOCK)                                                                 \
    X(mktime, REFUSED, NO_CLOCK)                                                                   \
    X(nanosleep, REFUSED, NO_SLEEP)                                                                \
    X(clock_nanosleep, REFUSED, NO_SLEEP)                                                          \
    X(usleep, REFUSED, NO_SLEEP)                                                                   \
    X(select, REFUSED, NO_SLEEP)                                                                   \
    X(poll, REFUSED, NO_SLEEP)                                                                     \
    X(sleep, REFUSED, NO_SLEEP)                                                                    \
    X(thrd_sleep, REFUSED, NO_SLEEP)                                                               \
    X(alarm, REFUSED, NO_SIGNALS)                                                                  \
    X(setitimer, REFUSED, NO_SIGNALS)                                                              \
    X(sched_yield, SAFE, "")                                                                       \
    X(thrd_yield, SAFE, "")                                                                        \
    X(pthread_yield, SAFE, "")

/* The end of the program, signals, jumps, and the machine that it runs on. */
#define WRAPPED_END(X)                                                                             \
    X(exit, REFUSED, NO_EXIT)                                                                      \
    X(_exit, REFUSED, NO_EXIT)                                                                     \
    X(_Exit, REFUSED, NO_EXIT)                                                                     \
    X(quick_exit, REFUSED, NO_EXIT)                                                                \
    X(atexit, REFUSED, NO_END)                                                                     \
    X(on_exit, REFUSED, NO_END)                                                                    \
    X(at_quick_exit, REFUSED, NO_END)                                                              \
    X(abort, SAFE, "")                                                                             \
    X(__assert_fail, SAFE, "")                                                                     \
    X(__assert_perror_fail, SAFE, "")                                                              \
    X(__assert, SAFE, "")                                                                          \
    X(signal, REFUSED, NO_SIGNALS)                                                                 \
    X(__sysv_signal, REFUSED, NO_SIGNALS)                                                          \
    X(sigaction, REFUSED, NO_SIGNALS)                                                              \
    X(raise, REFUSED, NO_SIGNALS)                                                                  \
    X(kill, REFUSED, NO_SIGNALS)                                                                   \
    X(sigprocmask, REFUSED, NO_SIGNALS)                                                            \
    X(pthread_sigmask, REFUSED, NO_SIGNALS)                                                        \
    X(longjmp, REFUSED, NO_JUMPS)                                                                  \
    X(_longjmp, REFUSED, NO_JUMPS)                                                                 \
    X(siglongjmp, REFUSED, NO_JUMPS)                                                               \
    X(uname, REFUSED, NO_ENVIRONMENT)                                                              \
    X(confstr, REFUSED, NO_ENVIRONMENT)                                                            \
    X(getpid, REFUSED, NO_PROCESS)                                                                 \
    X(getppid, REFUSED, NO_PROCESS)                                                                \
    X(gettid, REFUSED, NO_THREADS)                                                                 \
    X(syscall, REFUSED, NO_PROCESS)                                                                \
    X(sysconf, REFUSED, NO_ENVIRONMENT)                                                            \
    X(get_nprocs, REFUSED, NO_ENVIRONMENT)                                                         \
    X(get_nprocs_conf, REFUSED, NO_ENVIRONMENT)                                                    \
    X(sched_getcpu, REFUSED, NO_ENVIRONMENT)                                                       \
    X(sched_getaffinity, REFUSED, NO_ENVIRONMENT)                                                  \
    X(sched_setaffinity, REFUSED, NO_ENVIRONMENT)                                                  \
    X(pthread_getaffinity_np, REFUSED, NO_ENVIRONMENT)                                             \
    X(pthread_setaffinity_np, REFUSED, NO_ENVIRONMENT)                                             \
    X(gethostname, REFUSED, NO_ENVIRONMENT)                                                        \
    X(getrlimit, REFUSED, NO_ENVIRONMENT)                                                          \
    X(setrlimit, REFUSED, NO_ENVIRONMENT)

/* Locks and identities beside OpenMP's. */
#define WRAPPED_THREADS(X)                                                                         \
    X(pthread_mutex_init, REFUSED, NO_LOCKS)                                                       \
    X(pthread_mutex_destroy, REFUSED, NO_LOCKS)                                                    \
    X(pthread_mutex_lock, REFUSED, NO_LOCKS)                                                       \
    X(pthread_mutex_trylock, REFUSED, NO_LOCKS)                                                    \
    X(pthread_mutex_unlock, REFUSED, NO_LOCKS)                                                     \
    X(pthread_spin_init, REFUSED, NO_LOCKS)                                                        \
    X(pthread_spin_destroy, REFUSED, NO_LOCKS)                                                     \
    X(pthread_spin_lock, REFUSED, NO_LOCKS)                                                        \
    X(pthread_spin_trylock, REFUSED, NO_LOCKS)                                                     \
    X(pthread_spin_unlock, REFUSED, NO_LOCKS)                                                      \
    X(mtx_init, REFUSED, NO_LOCKS)                                                                 \
    X(mtx_destroy, REFUSED, NO_LOCKS)                                                              \
    X(mtx_lock, REFUSED, NO_LOCKS)                                                                 \
    X(mtx_trylock, REFUSED, NO_LOCKS)                                                              \
    X(mtx_unlock, REFUSED, NO_LOCKS)                                                               \
    X(pthread_once, REFUSED, NO_THREADS)                                                           \
    X(call_once, REFUSED, NO_THREADS)                                                              \
    X(pthread_self, REFUSED, NO_THREADS)                                                           \
    X(thrd_current, REFUSED, NO_THREADS)

/* Beyond the stage: missing.c says so. */
#define WRAPPED_WIDE(X)                                                                            \
    X(putwchar, SAFE, "")                                                                          \
    X(fputwc, SAFE, "")                                                                            \
    X(putwc, SAFE, "")                                                                             \
    X(fputws, SAFE, "")                                                                            \
    X(wprintf, SAFE, "")                                                                           \
    X(fwprintf, SAFE, "")                                                                          \
    X(vwprintf, SAFE, "")                                                                          \
    X(vfwprintf, SAFE, "")                                                                         \
    X(swprintf, SAFE, "")                                                                          \
    X(vswprintf, SAFE, "")                                                                         \
    X(mbtowc, SAFE, "")                                                                            \
    X(wctomb, SAFE, "")                                                                            \
    X(mbrtowc, SAFE, "")                                                                           \
    X(wcrtomb, SAFE, "")                                                                           \
    X(wcslen, SAFE, "")                                                                            \
    X(wcsnlen, SAFE, "")                                                                           \
    X(wcscpy, SAFE, "")                                                                            \
    X(wcsncpy, SAFE, "")                                                                           \
    X(wcscat, SAFE, "")                                                                            \
    X(wcsncat, SAFE, "")                                                                           \
    X(wcscmp, SAFE, "")                                                                            \
    X(wcsncmp, SAFE, "")                                                                           \
    X(wcschr, SAFE, "")                                                                            \
    X(wcsrchr, SAFE, "")                                                                           \
    X(wcsstr, SAFE, "")                                                                            \
    X(wmemcpy, SAFE, "")                                                                           \
    X(wmemmove, SAFE, "")                                                                          \
    X(wmemset, SAFE, "")                                                                           \
    X(wmemcmp, SAFE, "")                                                                           \
    X(wcsdup, SAFE, "")                                                                            \
    X(mbstowcs, SAFE, "")                                                                          \
    X(wcstombs, SAFE, "")                                                                          \
    X(getwchar, REFUSED, NO_INPUT)                                                                 \
    X(fgetwc, REFUSED, NO_INPUT)                                                                   \
    X(getwc, REFUSED, NO_INPUT)                                                                    \
    X(ungetwc, REFUSED, NO_INPUT)                                                                  \
    X(fgetws, REFUSED, NO_INPUT)

#define WRAPPED_BEYOND(X)                                                                          \
    X(pthread_create, REFUSED, NO_THREADS)                                                         \
    X(pthread_join, REFUSED, NO_THREADS)                                                           \
    X(pthread_exit, REFUSED, NO_THREADS)                                                           \
    X(pthread_cancel, REFUSED, NO_THREADS)                                                         \
    X(pthread_key_create, REFUSED, NO_THREADS)                                                     \
    X(tss_create, REFUSED, NO_THREADS)                                                             \
    X(pthread_mutex_timedlock, REFUSED, NO_LOCKS)                                                  \
    X(pthread_cond_wait, REFUSED, NO_LOCKS)                                                        \
    X(pthread_cond_timedwait, REFUSED, NO_LOCKS)                                                   \
    X(pthread_barrier_wait, REFUSED, NO_LOCKS)                                                     \
    X(pthread_rwlock_rdlock, REFUSED, NO_LOCKS)                                                    \
    X(pthread_rwlock_wrlock, REFUSED, NO_LOCKS)                                                    \
    X(sem_wait, REFUSED, NO_LOCKS)                                                                 \
    X(sem_timedwait, REFUSED, NO_LOCKS)                                                            \
    X(thrd_create, REFUSED, NO_THREADS)                                                            \
    X(thrd_join, REFUSED, NO_THREADS)                                                              \
    X(thrd_exit, REFUSED, NO_THREADS)                                                              \
    X(mtx_timedlock, REFUSED, NO_LOCKS)                                                            \
    X(cnd_wait, REFUSED, NO_LOCKS)                                                                 \
    X(fork, REFUSED, NO_PROCESS)                                                                   \
    X(vfork, REFUSED, NO_PROCESS)                                                                  \
    X(clone, REFUSED, NO_PROCESS)                                                                  \
    X(system, REFUSED, NO_PROCESS)                                                                 \
    X(popen, REFUSED, NO_PROCESS)                                                                  \
    X(execl, REFUSED, NO_PROCESS)                                                                  \
    X(execlp, REFUSED, NO_PROCESS)                                                                 \
    X(execle, REFUSED, NO_PROCESS)                                                                 \
    X(execv, REFUSED, NO_PROCESS)                                                                  \
    X(execvp, REFUSED, NO_PROCESS)                                                                 \
    X(execve, REFUSED, NO_PROCESS)                                                                 \
    X(posix_spawn, REFUSED, NO_PROCESS)                                                            \
    X(posix_spawnp, REFUSED, NO_PROCESS)                                                           \
    X(wait, REFUSED, NO_PROCESS)                                                                   \
    X(waitpid, REFUSED, NO_PROCESS)                                                                \
    X(pipe, REFUSED, NO_PROCESS)                                                                   \
    X(pipe2, REFUSED, NO_PROCESS)                                                                  \
    X(socket, REFUSED, NO_PROCESS)                                                                 \
    X(dup, REFUSED, NO_FILES)                                                                      \
    X(dup2, REFUSED, NO_FILES)                                                                     \
    X(mkdir, REFUSED, NO_FILES)                                                                    \
    X(rmdir, REFUSED, NO_FILES)                                                                    \
    X(link, REFUSED, NO_FILES)                                                                     \
    X(symlink, REFUSED, NO_FILES)                                                                  \
    X(chdir, REFUSED, NO_FILES)                                                                    \
    X(chmod, REFUSED, NO_FILES)                                                                    \
    X(truncate, REFUSED, NO_FILES)                                                                 \
    X(openat, REFUSED, NO_FILES)                                                                   \
    X(fopencookie, REFUSED, NO_FILES)                                                              \
    X(wscanf, REFUSED, NO_INPUT)                                                                   \
    X(fwscanf, REFUSED, NO_INPUT)                                                                  \
    X(pause, REFUSED, NO_SIGNALS)                                                                  \
    X(sigsuspend, REFUSED, NO_SIGNALS)                                                             \
    X(sigaltstack, REFUSED, NO_SIGNALS)                                                            \
    X(pthread_kill, REFUSED, NO_SIGNALS)                                                           \
    X(dlopen, REFUSED, NO_PROCESS)                                                                 \
    X(dlclose, REFUSED, NO_PROCESS)                                                                \
    X(makecontext, REFUSED, NO_JUMPS)                                                              \
    X(swapcontext, REFUSED, NO_JUMPS)                                                              \
    X(setcontext, REFUSED, NO_JUMPS)                                                               \
    X(brk, REFUSED, NO_PROCESS)                                                                    \
    X(sbrk, REFUSED, NO_PROCESS)

#define WRAPPED(X)                                                                                 \
    WRAPPED_MEMORY(X)                                                                              \
    WRAPPED_NUMBERS(X)                                                                             \
    WRAPPED_STREAMS(X)                                                                             \
    WRAPPED_INPUT(X)                                                                               \
    WRAPPED_WIDE(X)                                                                                \
    WRAPPED_FILES(X)                                                                               \
    WRAPPED_HIDDEN(X)                                                                              \
    WRAPPED_TIME(X)                                                                                \
    WRAPPED_END(X)                                                                                 \
    WRAPPED_THREADS(X)                                                                             \
    WRAPPED_BEYOND(X)

#endif
