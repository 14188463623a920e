package io.cutovergate.bench;

/**
 * One run of something.
 *
 * @param wall seconds
 * @param servers processor seconds of both servers
 * @param client processor seconds of the program that asked them
 * @param mebibytes most memory of that program; zero where it was not looked at
 */
record Run(double wall, double servers, double client, long mebibytes) {

    double cpu() {
        return servers + client;
    }
}
