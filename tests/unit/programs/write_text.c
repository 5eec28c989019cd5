// expect: CRASH, says memory that may only be read was written
int main(void)
{
    char *text = "in quotes";
    text[0] = 'I';
    return 0;
}
