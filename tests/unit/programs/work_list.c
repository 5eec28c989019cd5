// Work is taken from a list under a lock; results have places of their own.
// expect -DN=3: PASS, threads 2, outcomes 1
// expect race -DN=100: UNDECIDED
static int next, result[N];

int main(void)
{
#pragma omp parallel
    for (;;) {
        int mine;
#pragma omp critical(next)
        mine = next < N ? next++ : N;
        if (mine == N)
            break;
        result[mine] = mine * mine;
    }
    return result[N - 1] != (N - 1) * (N - 1);
}
