"""What Tencent's two platforms have in common: their door, their XML, their crypto, their HTTP. No channel by itself.

door      who may come in: method, size, time, signature       markup    their XML, read without its traps
seal      signature and AES of a delivery                      texts     cut on bytes, never inside a character
http      requests with a time-out, and no token in an error   tokens    the access token, kept while it lasts
client    the SDK's client with its traps closed               threads   blocking calls, away from the loop
files     bytes that were asked for, and no error page         patience  what must not start over
"""
