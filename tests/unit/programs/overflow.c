// expect: CRASH, says the stack overflowed
int deep(int n)
{
    volatile char room[1000];
    room[0] = (char)n;
    return deep(n + 1) + room[0];
}
int main(void)
{
    return deep(0);
}
