// Chunk grabs order nothing, and their order does not matter to the result.
// expect -DKIND=dynamic: PASS, outcomes 1
// expect -DKIND=guided: PASS, outcomes 1
// expect -DKIND=runtime: PASS, outcomes 1
// expect -DKIND=static: PASS, outcomes 1, executions 1
#define LOOP(kind) _Pragma(#kind)
#define FOR(kind) LOOP(omp parallel for schedule(kind) num_threads(2))
int a[4];
int main(void)
{
    FOR(KIND)
    for (int i = 0; i < 4; i++)
        a[i] = i * i;
    return a[3];
}
