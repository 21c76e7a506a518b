"""What the functions of `deep_network` return, as structures; trusted side."""

from autograder.testing.returns import Anything, Array, Dict, Instance, ListOf, Number, Numbers, Returns, Truth, Tuple
from course.caches import Cache

CACHES = ListOf(Cache())
FORWARD = Tuple((Array(), CACHES), names=("AL", "the list of caches"))

RETURNS: dict[str, Returns] = {
    "deep_forward": FORWARD,
    "deep_backward": Dict(),
    "NeuralNetwork": Instance(),
    "NeuralNetwork.parameters": Dict(),
    "NeuralNetwork.forward": FORWARD,
    "NeuralNetwork.compute_cost": Number(),
    "NeuralNetwork.backward": Dict(),
    "NeuralNetwork.update_parameters": Anything(),
    "NeuralNetwork.train": Numbers(),
    "NeuralNetwork.predict": Array(),
    "expose_forward": Truth(),
}
