global using Credits = Periplo.Charts.Papers;
