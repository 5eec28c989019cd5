// Chunks of 32 bits: every word belongs to one thread.
// expect -DN=128: PASS, executions 1, outcomes 1
// expect race -DN=4096: PASS
static unsigned map[N / 32];

int main(void)
{
#pragma omp parallel for schedule(static, 32)
    for (int i = 0; i < N; i++)
        map[i / 32] |= 1u << i % 32;
    return map[0] != 0xffffffff;
}
