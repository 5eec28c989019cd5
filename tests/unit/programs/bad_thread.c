// expect: INTERNAL, says bad_thread.c:15 calls pthread_create: threads beside OpenMP's cannot be followed here
#include <pthread.h>
#include <stddef.h>

static void *work(void *seats)
{
    ++*(int *)seats;
    return NULL;
}

int main(void)
{
    int seats = 0;
    pthread_t thread;
    pthread_create(&thread, NULL, work, &seats);
    pthread_join(thread, NULL);
    return seats;
}
