// expect: ENDLESS, says never ends
int main(void)
{
    volatile int never = 0;
    while (!never)
        ;
    return 0;
}
