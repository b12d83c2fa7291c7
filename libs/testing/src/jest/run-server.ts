/** Where the workers of a test run ask for their Postgres: a port on 127.0.0.1 that answers with its address. */
export const ASK_PORT = 'MAINSTAY_TEST_POSTGRES_PORT';
