// A lock and a counter from gcc's __sync builtins.
// expect: PASS, threads 2, outcomes 1, by states
static int lock, x, y;

int main(void)
{
#pragma omp parallel num_threads(2)
    {
        __sync_fetch_and_add(&x, 1);
        while (__sync_lock_test_and_set(&lock, 1))
            ;
        y++;
        __sync_lock_release(&lock);
    }
    return x != 2 || y != 2;
}
