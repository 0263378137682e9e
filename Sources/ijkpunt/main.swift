print("ijkpunt")
