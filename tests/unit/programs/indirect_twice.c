// One index occurs twice, far apart.
// expect -DN=9: RACE, threads 2
// expect race -DN=1009: RACE
static int place[N], a[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        place[i] = i * 2 % N;
    place[N - 1] = place[1];
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[place[i]] = i;
    return a[0] != 0;
}
