// The end of the list is looked at outside.
// expect -DN=2: RACE, on next, threads 2
// expect race -DN=100: RACE, on next
static int next, result[N + 64];

int main(void)
{
#pragma omp parallel
    while (next < N) {
        int mine;
#pragma omp critical(next)
        mine = next++;
        result[mine] = mine * mine;
    }
    return result[0];
}
